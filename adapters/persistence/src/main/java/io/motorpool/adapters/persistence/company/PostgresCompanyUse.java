package io.motorpool.adapters.persistence.company;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.company.CompanyUse;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Counts in the tables of others. */
@ApplicationScoped
public class PostgresCompanyUse implements CompanyUse {

    @Override
    public Uni<OfCompany> of(CompanyId company) {
        return Sql.rows("""
                        SELECT (SELECT count(*) FROM reservation AS r
                                 WHERE r.company_id = :company AND r.status IN ('RESERVED', 'IN_USE')),
                               (SELECT count(*) FROM vehicle AS v
                                 WHERE v.company_id = :company AND v.status <> 'RETIRED')""", Map.of("company", company.value()))
                .map(rows -> new OfCompany((Long) rows.getFirst()[0], (Long) rows.getFirst()[1]));
    }

    @Override
    public Uni<Long> activeReservations(CompanyId company, UserId driver) {
        return Sql.rows("""
                        SELECT count(*), 0 FROM reservation AS r
                         WHERE r.driver_id = :driver AND r.company_id = :company
                           AND r.status IN ('RESERVED', 'IN_USE')""", Map.of("company", company.value(), "driver", driver.value()))
                .map(rows -> (Long) rows.getFirst()[0]);
    }
}
