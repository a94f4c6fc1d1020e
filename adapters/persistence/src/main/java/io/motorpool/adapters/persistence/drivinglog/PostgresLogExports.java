package io.motorpool.adapters.persistence.drivinglog;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Json;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.identity.ProfileMapper;
import io.motorpool.application.drivinglog.ExportId;
import io.motorpool.application.drivinglog.LogExport;
import io.motorpool.application.drivinglog.LogExport.Outcome;
import io.motorpool.application.drivinglog.LogExports;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Exports. One is leased to one node at a time; a lease that runs out is given to the next. */
@ApplicationScoped
public class PostgresLogExports implements LogExports {

    private enum Kind {
        READY,
        REFUSED,
        FAILED
    }

    private static final String EXPORT = """
            id, user_id, profile, acting_for, roles, company_id, from_day, until_day, started_at,
            outcome, file, trips, open_entries, code, facts::text""";

    @Override
    public Uni<Void> add(LogExport export) {
        UUID actingFor = ProfileMapper.company(export.by().profile());
        return Sql.change(
                        """
                        INSERT INTO log_export
                               (id, user_id, profile, acting_for, roles, company_id, from_day, until_day, started_at)
                        VALUES (:id, :user, :profile, CAST(NULLIF(:actingFor, '') AS uuid), :roles, :company,
                                :from, :until, :at)""",
                        Map.of(
                                "id", export.id().value(),
                                "user", export.by().user().value(),
                                "profile", ProfileMapper.name(export.by().profile()),
                                "actingFor", actingFor == null ? "" : actingFor.toString(),
                                "roles",
                                        export.by().roles().stream()
                                                .map(Role::name)
                                                .sorted()
                                                .toArray(String[]::new),
                                "company", export.company().value(),
                                "from", export.period().from(),
                                "until", export.period().until(),
                                "at", export.startedAt()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<LogExport>> find(ExportId id) {
        return Sql.read(
                        "SELECT " + EXPORT + " FROM log_export WHERE id = :id",
                        Map.of("id", id.value()),
                        PostgresLogExports::export)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Optional<LogExport>> claim(Instant now, Duration lease) {
        return Sql.read("""
                        UPDATE log_export SET leased_until = :until
                         WHERE id = (SELECT id FROM log_export
                                      WHERE outcome IS NULL AND leased_until <= :now
                                      ORDER BY started_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING\s""" + EXPORT, Map.of("now", now, "until", now.plus(lease)), PostgresLogExports::export)
                .map(found -> found.stream().findFirst());
    }

    private static LogExport export(Columns columns) {
        ExportId id = new ExportId(columns.uuid());
        UserId user = new UserId(columns.uuid());
        var profile = ProfileMapper.profile(columns);
        var roles = columns.texts().stream().map(Role::valueOf).collect(Collectors.toSet());
        return new LogExport(
                id,
                new Caller(user, profile, roles),
                new CompanyId(columns.uuid()),
                new TaxPeriod(columns.date(), columns.date()),
                columns.instant(),
                outcome(columns));
    }

    private static Outcome outcome(Columns columns) {
        Kind kind = columns.constantOrNull(Kind.class);
        if (kind == null) {
            return new Outcome.Waiting();
        }
        return switch (kind) {
            case READY -> new Outcome.Ready(new FileDigest(columns.text()), columns.longNumber(), columns.longNumber());
            case REFUSED -> {
                columns.skip(3);
                yield new Outcome.Refused(columns.text(), Json.read(columns.text()));
            }
            case FAILED -> new Outcome.Failed();
        };
    }

    @Override
    public Uni<Void> record(ExportId id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Waiting _ -> throw new IllegalArgumentException("to wait is no outcome");
            case Outcome.Ready(var file, var rows, var needingReview) ->
                Sql.change("""
                                UPDATE log_export
                                   SET outcome = 'READY', file = :file, trips = :trips, open_entries = :open
                                 WHERE id = :id AND outcome IS NULL""", Map.of("id", id.value(), "file", file.hex(), "trips", rows, "open", needingReview))
                        .replaceWithVoid();
            case Outcome.Refused(var code, var facts) ->
                Sql.change("""
                                UPDATE log_export SET outcome = 'REFUSED', code = :code, facts = CAST(CAST(:facts AS text) AS jsonb)
                                 WHERE id = :id AND outcome IS NULL""", Map.of("id", id.value(), "code", code, "facts", Json.write(facts)))
                        .replaceWithVoid();
            case Outcome.Failed _ ->
                Sql.change(
                                "UPDATE log_export SET outcome = 'FAILED' WHERE id = :id AND outcome IS NULL",
                                Map.of("id", id.value()))
                        .replaceWithVoid();
        };
    }
}
