package io.motorpool.adapters.persistence.drivinglog;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.drivinglog.LogClosings;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Closed periods. That a day is closed once is proven by an exclusion constraint; who comes second gives way. */
@ApplicationScoped
public class PostgresLogClosings implements LogClosings {

    @Override
    public Uni<List<LogClosing>> of(CompanyId company) {
        return Sql.read("""
                SELECT from_day, until_day, sheets, trips, user_id, at
                  FROM log_closing WHERE company_id = :company ORDER BY from_day""", Map.of("company", company.value()), columns -> closing(company, columns));
    }

    private static LogClosing closing(CompanyId company, Columns columns) {
        return new LogClosing(
                company,
                new TaxPeriod(columns.date(), columns.date()),
                new FileDigest(columns.text()),
                columns.longNumber(),
                new UserId(columns.uuid()),
                columns.instant());
    }

    @Override
    public Uni<Boolean> add(LogClosing closing) {
        return Sql.change(
                        """
                        INSERT INTO log_closing (company_id, from_day, until_day, sheets, trips, user_id, at)
                        VALUES (:company, :from, :until, :sheets, :trips, :user, :at) ON CONFLICT DO NOTHING""",
                        Map.of(
                                "company", closing.company().value(),
                                "from", closing.period().from(),
                                "until", closing.period().until(),
                                "sheets", closing.sheets().hex(),
                                "trips", closing.rows(),
                                "user", closing.by().value(),
                                "at", closing.at()))
                .map(rows -> rows == 1);
    }
}
