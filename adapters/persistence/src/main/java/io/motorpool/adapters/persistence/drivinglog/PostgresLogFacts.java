package io.motorpool.adapters.persistence.drivinglog;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Json;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.drivinglog.FactMapper.Kind;
import io.motorpool.application.drivinglog.LogFacts;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Facts about logs, in the order in which they were stored. */
@ApplicationScoped
public class PostgresLogFacts implements LogFacts {

    private static final String FACTS = """
            SELECT id, vehicle_id, company_id, kind, entry_id, facts::text, code, note, user_id, at
              FROM log_fact
            """;

    @Override
    public Uni<Void> add(LogFact fact) {
        return Sql.change(
                        """
                        INSERT INTO log_fact
                               (id, company_id, vehicle_id, kind, facts, entry_id, code, note, user_id, at)
                        VALUES (:id, :company, :vehicle, :kind, CAST(CAST(:facts AS text) AS jsonb),
                                CAST(NULLIF(:entry, '') AS uuid), :code, :note, :user, :at)""",
                        Map.of(
                                "id", fact.id(),
                                "company", fact.company().value(),
                                "vehicle", fact.vehicle().value(),
                                "kind", FactMapper.kind(fact.content()).name(),
                                "facts", Json.write(FactMapper.values(fact.content())),
                                "entry",
                                        FactMapper.entry(fact.content())
                                                .map(UUID::toString)
                                                .orElse(""),
                                "code", fact.reason().code().name(),
                                "note", fact.reason().note(),
                                "user", fact.by().value(),
                                "at", fact.at()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<LogFact>> of(VehicleId vehicle) {
        return Sql.read(
                FACTS + "WHERE vehicle_id = :vehicle ORDER BY place",
                Map.of("vehicle", vehicle.value()),
                PostgresLogFacts::fact);
    }

    @Override
    public Uni<Long> count(CompanyId company) {
        return Sql.read(
                        "SELECT count(*) FROM log_fact WHERE company_id = :company",
                        Map.of("company", company.value()),
                        Columns::longNumber)
                .map(List::getFirst);
    }

    @Override
    public Uni<Optional<LogFact>> insertion(EntryId entry) {
        return Sql.read(
                        FACTS + "WHERE entry_id = :entry AND kind = 'TRIP_INSERTED'",
                        Map.of("entry", entry.value()),
                        PostgresLogFacts::fact)
                .map(found -> found.stream().findFirst());
    }

    private static LogFact fact(Columns columns) {
        UUID id = columns.uuid();
        VehicleId vehicle = new VehicleId(columns.uuid());
        CompanyId company = new CompanyId(columns.uuid());
        Kind kind = columns.constant(Kind.class);
        UUID entry = columns.uuidOrNull();
        LogFact.Content content = FactMapper.content(kind, entry, Json.read(columns.text()));
        Reason reason = new Reason(Reason.Code.named(columns.text()), columns.text());
        return new LogFact(id, vehicle, company, content, reason, new UserId(columns.uuid()), columns.instant());
    }
}
