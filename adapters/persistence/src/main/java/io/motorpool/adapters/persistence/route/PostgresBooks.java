package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.RowLock;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.Books;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;

/**
 * A row for each company that exists to be locked: the company's own is locked for other reasons. Which months are closed is
 * read after the lock is held, so it stays true as long as that is.
 */
@ApplicationScoped
public class PostgresBooks implements Books {

    @Override
    public Uni<ClosedMonths> hold(CompanyId company) {
        return closed(company, RowLock.HOLD);
    }

    @Override
    public Uni<ClosedMonths> lock(CompanyId company) {
        return closed(company, RowLock.EXCLUSIVE);
    }

    private static Uni<ClosedMonths> closed(CompanyId company, RowLock lock) {
        Map<String, ?> parameters = Map.of("company", company.value());
        return Sql.change(
                        "INSERT INTO books (company_id) VALUES (:company) ON CONFLICT (company_id) DO NOTHING",
                        parameters)
                .chain(() -> Sql.rows(
                        "SELECT company_id, 0 FROM books WHERE company_id = :company " + lock.clause(), parameters))
                .chain(() -> Sql.read(
                        "SELECT month FROM closed_month WHERE company_id = :company",
                        parameters,
                        columns -> YearMonth.from(columns.date())))
                .map(months -> new ClosedMonths(new HashSet<>(months)));
    }
}
