package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Lists of what belongs to companies, page by page in order of the id, for tables that are read past Hibernate. The rows are
 * called {@code t} in the question and have an id and a company.
 *
 * @param from everything up to the conditions: {@code SELECT … FROM … AS t}
 */
public record CompanyPages<T>(String from, Function<Columns, T> reader, Function<T, UUID> id) {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @param condition in SQL, beginning with "AND" */
    public Uni<Page<T>> list(CompanyScope scope, String condition, Map<String, ?> parameters, Page.Request page) {
        return switch (scope) {
            case CompanyScope.Every _ -> select(condition, parameters, page);
            case CompanyScope.Only(var company) ->
                select(condition + " AND t.company_id = :owner", with(parameters, "owner", company.value()), page);
            case CompanyScope.None _ -> Uni.createFrom().item(() -> new Page<>(List.of(), Optional.empty()));
        };
    }

    private Uni<Page<T>> select(String condition, Map<String, ?> parameters, Page.Request page) {
        Map<String, Object> all =
                with(parameters, "after", page.after().map(Page.Cursor::id).orElse(BEFORE_ALL));
        all.put("most", page.limit() + 1);
        return Sql.read(from + " WHERE t.id > :after " + condition + " ORDER BY t.id LIMIT :most", all, reader)
                .map(rows -> Page.of(rows, page, row -> new Page.Cursor(null, id.apply(row))));
    }

    private static Map<String, Object> with(Map<String, ?> parameters, String name, Object value) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }
}
