package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What every table does that keeps one aggregate in one row with a version. The rows are mapped by hand, at the edge of
 * each context; only the questions are the same.
 *
 * @param <R> the row
 * @param <T> the aggregate
 * @param table its name in SQL
 * @param owner the field of the row that holds the company
 * @param id the row's id
 */
public record VersionedTable<R, T>(
        Class<R> type,
        String table,
        String owner,
        Function<R, UUID> id,
        Function<R, Versioned<T>> toDomain,
        Function<Versioned<T>, R> toRow) {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public Uni<Optional<Versioned<T>>> find(UUID wanted) {
        return Panache.getSession()
                .chain(session -> session.find(type, wanted))
                .map(row -> Optional.ofNullable(row).map(toDomain));
    }

    /** For relying on it. */
    public Uni<Optional<Versioned<T>>> hold(UUID wanted) {
        return RowLock.HOLD.on(table, wanted).chain(() -> find(wanted));
    }

    /** For retiring it. */
    public Uni<Optional<Versioned<T>>> lock(UUID wanted) {
        return RowLock.EXCLUSIVE.on(table, wanted).chain(() -> find(wanted));
    }

    /** Written at once, so that a version that is not current any more shows here and not at the end. */
    public Uni<Version> save(Versioned<T> changed) {
        R row = toRow.apply(changed);
        return find(id.apply(row))
                .chain(stored ->
                        stored.equals(Optional.of(changed)) ? Uni.createFrom().item(changed.version()) : merge(row));
    }

    private Uni<Version> merge(R row) {
        return Panache.getSession()
                .chain(session -> session.merge(row).call(session::flush))
                .map(merged -> toDomain.apply(merged).version());
    }

    /** In order of the id. */
    public Uni<Page<Versioned<T>>> list(CompanyScope scope, Page.Request page) {
        return list(scope, "", Map.of(), page);
    }

    /** @param condition in HQL, beginning with "and" */
    public Uni<Page<Versioned<T>>> list(
            CompanyScope scope, String condition, Map<String, ?> parameters, Page.Request page) {
        return switch (scope) {
            case CompanyScope.Every _ -> select(condition, parameters, page);
            case CompanyScope.Only(var company) ->
                select(condition + " and " + owner + " = :owner", with(parameters, "owner", company.value()), page);
            case CompanyScope.None _ -> Uni.createFrom().item(() -> new Page<>(List.of(), Optional.empty()));
        };
    }

    private Uni<Page<Versioned<T>>> select(String condition, Map<String, ?> parameters, Page.Request page) {
        UUID after = page.after().map(Page.Cursor::id).orElse(BEFORE_ALL);
        String query = "from " + type.getSimpleName() + " where id > :after" + condition + " order by id";
        return Panache.getSession()
                .chain(session -> with(session.createSelectionQuery(query, type), with(parameters, "after", after))
                        .setMaxResults(page.limit() + 1)
                        .setReadOnly(true)
                        .getResultList())
                .map(rows -> Page.of(rows, page, row -> new Page.Cursor(null, id.apply(row)))
                        .map(toDomain));
    }

    private static Map<String, ?> with(Map<String, ?> parameters, String name, Object value) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }

    private static <R> Mutiny.SelectionQuery<R> with(Mutiny.SelectionQuery<R> query, Map<String, ?> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
