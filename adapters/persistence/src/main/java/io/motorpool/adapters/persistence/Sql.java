package io.motorpool.adapters.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** SQL for what the mapping cannot say: locks in order, claims that give way, queues. Always inside a session. */
public final class Sql {

    private Sql() {}

    /** @return how many rows it touched */
    public static Uni<Integer> change(String sql, Map<String, ?> parameters) {
        return Panache.getSession().chain(session -> {
            Mutiny.Query<Object> query = session.createNativeQuery(sql);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    public static Uni<List<Object[]>> rows(String sql, Map<String, ?> parameters) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }
}
