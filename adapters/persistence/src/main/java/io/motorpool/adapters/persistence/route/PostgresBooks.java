package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.RowLock;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.Books;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row for each company that exists to be locked: the company's own is locked for other reasons. Which months are closed is
 * read after the lock is held, so it stays true as long as that is.
 */
@ApplicationScoped
public class PostgresBooks implements Books {

    @Override
    public Uni<ClosedMonths> hold(CompanyId company) {
        return locked(List.of(company), RowLock.HOLD).map(closed -> closed.get(company));
    }

    @Override
    public Uni<ClosedMonths> lock(CompanyId company) {
        return locked(List.of(company), RowLock.EXCLUSIVE).map(closed -> closed.get(company));
    }

    /** Of many companies at once, in the order of their ids, so that two who do the same do not wait for each other. */
    static Uni<Map<CompanyId, ClosedMonths>> hold(List<CompanyId> companies) {
        return locked(companies, RowLock.HOLD);
    }

    private record Closed(CompanyId company, YearMonth month) {}

    private static Uni<Map<CompanyId, ClosedMonths>> locked(List<CompanyId> companies, RowLock lock) {
        Map<String, ?> parameters = Map.of("companies", Rows.uuids(companies, CompanyId::value));
        return Sql.rows(
                        "SELECT company_id, 0 FROM books WHERE company_id = ANY (CAST(:companies AS uuid[])) ORDER BY company_id "
                                + lock.clause(),
                        parameters)
                .chain(() -> Sql.read(
                        "SELECT company_id, month FROM closed_month WHERE company_id = ANY (CAST(:companies AS uuid[]))",
                        parameters,
                        columns -> new Closed(new CompanyId(columns.uuid()), YearMonth.from(columns.date()))))
                .map(closed -> byCompany(companies, closed));
    }

    private static Map<CompanyId, ClosedMonths> byCompany(List<CompanyId> companies, List<Closed> closed) {
        Map<CompanyId, Set<YearMonth>> months = closed.stream()
                .collect(Collectors.groupingBy(Closed::company, Collectors.mapping(Closed::month, Collectors.toSet())));
        return companies.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), company -> new ClosedMonths(months.getOrDefault(company, Set.of()))));
    }
}
