package io.motorpool.adapters.persistence.audit;

import io.motorpool.adapters.persistence.Json;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.audit.AuditTrail;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.Code;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The audit table, to which the application's role can only add. */
@ApplicationScoped
public class PostgresAuditTrail implements AuditTrail {

    @Override
    public Uni<Void> record(List<AuditEntry> entries) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("ids", column(entries, entry -> entry.id().toString()));
        columns.put("ats", column(entries, entry -> entry.at().toString()));
        columns.put("actors", column(entries, entry -> entry.actor().toString()));
        columns.put("roles", column(entries, entry -> entry.role().name()));
        columns.put("companies", column(entries, entry -> entry.company().toString()));
        columns.put("subjects", column(entries, entry -> entry.subject().toString()));
        columns.put("actions", column(entries, AuditEntry::action));
        columns.put(
                "codes",
                column(
                        entries,
                        entry -> entry.reason()
                                .map(reason -> reason.code().name())
                                .orElse(null)));
        columns.put(
                "notes",
                column(entries, entry -> entry.reason().map(Reason::note).orElse(null)));
        columns.put("befores", column(entries, entry -> Json.write(entry.before())));
        columns.put("afters", column(entries, entry -> Json.write(entry.after())));
        return Sql.changeAhead("""
                        INSERT INTO audit_entry
                               (id, at, actor_id, role, company_id, subject_id, action, reason_code, reason_note, before, after)
                        SELECT CAST(e.id AS uuid), CAST(e.at AS timestamptz), CAST(e.actor AS uuid), e.role,
                               CAST(e.company AS uuid), CAST(e.subject AS uuid), e.action, e.code, e.note,
                               CAST(e.before AS jsonb), CAST(e.after AS jsonb)
                        FROM unnest(CAST(:ids AS text[]), CAST(:ats AS text[]), CAST(:actors AS text[]),
                                    CAST(:roles AS text[]), CAST(:companies AS text[]), CAST(:subjects AS text[]),
                                    CAST(:actions AS text[]), CAST(:codes AS text[]), CAST(:notes AS text[]),
                                    CAST(:befores AS text[]), CAST(:afters AS text[]))
                          AS e (id, at, actor, role, company, subject, action, code, note, before, after)""", columns, _ -> {});
    }

    @Override
    public Uni<Page<AuditEntry>> of(CompanyId company, Optional<UUID> subject, Page.Request page) {
        UUID newest = new UUID(-1, -1);
        return Sql.rows(
                        """
                        SELECT id, CAST(extract(epoch FROM at) * 1000000 AS bigint), actor_id, role, company_id, subject_id,
                               action, reason_code, reason_note, CAST(before AS text), CAST(after AS text)
                        FROM audit_entry
                        WHERE company_id = :company AND id < :before
                          AND (CAST(:anySubject AS boolean) OR subject_id = :subject)
                        ORDER BY id DESC LIMIT :most""",
                        Map.of(
                                "company", company.value(),
                                "before", page.after().map(Page.Cursor::id).orElse(newest),
                                "anySubject", subject.isEmpty(),
                                "subject", subject.orElse(newest),
                                "most", page.limit() + 1))
                .map(rows -> Page.of(
                        rows.stream().map(PostgresAuditTrail::entry).toList(),
                        page,
                        entry -> new Page.Cursor(null, entry.id())));
    }

    private static AuditEntry entry(Object[] row) {
        return new AuditEntry(
                (UUID) row[0],
                Instant.EPOCH.plus((Long) row[1], ChronoUnit.MICROS),
                new UserId((UUID) row[2]),
                Role.valueOf((String) row[3]),
                new CompanyId((UUID) row[4]),
                (UUID) row[5],
                (String) row[6],
                row[7] == null
                        ? Optional.empty()
                        : Optional.of(new Reason(Code.named((String) row[7]), (String) row[8])),
                Json.read((String) row[9]),
                Json.read((String) row[10]));
    }

    private static @Nullable String[] column(List<AuditEntry> entries, Function<AuditEntry, @Nullable String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
