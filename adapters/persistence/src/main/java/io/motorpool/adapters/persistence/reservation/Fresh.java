package io.motorpool.adapters.persistence.reservation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Rows as they are now. A session shows a row the way it first saw it, and plans are written past it; so whoever lost a
 * race would look again and not see who was faster. What is read here the session forgets at once.
 */
final class Fresh {

    private Fresh() {}

    /** @param parameters in the order in which the query numbers them, from 1 */
    static <R> Uni<List<R>> rows(Class<R> type, String query, Object... parameters) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<R> selection = session.createSelectionQuery(query, type);
            for (int i = 0; i < parameters.length; i++) {
                selection.setParameter(i + 1, parameters[i]);
            }
            return selection.getResultList().invoke(found -> found.forEach(row -> forget(session, row)));
        });
    }

    private static void forget(Mutiny.Session session, Object row) {
        Stream<?> entities = row instanceof Object[] several ? Stream.of(several) : Stream.of(row);
        entities.filter(Objects::nonNull).forEach(session::detach);
    }
}
