package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Json;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.SecurityEntry;
import io.motorpool.application.identity.SecurityEvent;
import io.motorpool.application.identity.SecurityTrail;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The security table, to which the application's role can only add. */
@ApplicationScoped
public class PostgresSecurityTrail implements SecurityTrail {

    private static final UUID NEWEST = new UUID(-1, -1);

    private static final String SELECT =
            "SELECT id, at, event, actor_id, about_id, session_id, network, CAST(facts AS text) FROM security_entry";

    /** Two short walks along two indexes; asked as one question with an "or", a long history would be sorted for each page. */
    private static final String ABOUT = """
            (%1$s WHERE about_id = :about AND id < :before ORDER BY id DESC LIMIT :most)
            UNION
            (%1$s WHERE session_id = :about AND id < :before ORDER BY id DESC LIMIT :most)
            ORDER BY id DESC LIMIT :most""".formatted(SELECT);

    private static final String ALL = SELECT + " WHERE id < :before ORDER BY id DESC LIMIT :most";

    @Override
    public Uni<Void> record(List<SecurityEntry> entries) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("ids", column(entries, SecurityEntry::id));
        columns.put("ats", column(entries, SecurityEntry::at));
        columns.put("events", column(entries, SecurityEntry::event));
        columns.put("actors", column(entries, SecurityEntry::actor));
        columns.put("abouts", column(entries, SecurityEntry::about));
        columns.put("sessions", column(entries, SecurityEntry::session));
        columns.put(
                "networks",
                column(
                        entries,
                        entry -> Optional.ofNullable(entry.from())
                                .map(SourceNetwork::prefix)
                                .orElse(null)));
        columns.put("facts", column(entries, entry -> Json.write(entry.facts())));
        return Sql.changeAhead("""
                INSERT INTO security_entry (id, at, event, actor_id, about_id, session_id, network, facts)
                SELECT CAST(e.id AS uuid), CAST(e.at AS timestamptz), e.event, CAST(e.actor AS uuid), CAST(e.about AS uuid),
                       CAST(e.session AS uuid), e.network, CAST(e.facts AS jsonb)
                FROM unnest(CAST(:ids AS text[]), CAST(:ats AS text[]), CAST(:events AS text[]), CAST(:actors AS text[]),
                            CAST(:abouts AS text[]), CAST(:sessions AS text[]), CAST(:networks AS text[]),
                            CAST(:facts AS text[]))
                  AS e (id, at, event, actor, about, session, network, facts)""", columns, _ -> {});
    }

    private static @Nullable String[] column(
            List<SecurityEntry> entries, Function<SecurityEntry, @Nullable Object> value) {
        return entries.stream()
                .map(entry -> {
                    Object found = value.apply(entry);
                    return found == null ? null : found.toString();
                })
                .toArray(String[]::new);
    }

    @Override
    public Uni<Page<SecurityEntry>> list(Optional<UUID> about, Page.Request page) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("before", page.after().map(Page.Cursor::id).orElse(NEWEST));
        parameters.put("most", page.limit() + 1);
        about.ifPresent(it -> parameters.put("about", it));
        return Sql.read(about.isPresent() ? ABOUT : ALL, parameters, PostgresSecurityTrail::entry)
                .map(entries -> Page.of(entries, page, entry -> new Page.Cursor(null, entry.id())));
    }

    private static SecurityEntry entry(Columns columns) {
        UUID id = columns.uuid();
        Instant at = columns.instant();
        SecurityEvent event = columns.constant(SecurityEvent.class);
        UUID actor = columns.uuidOrNull();
        UUID about = columns.uuidOrNull();
        UUID session = columns.uuidOrNull();
        String network = columns.textOrNull();
        return new SecurityEntry(
                id,
                at,
                event,
                actor == null ? null : new UserId(actor),
                about,
                session == null ? null : new SessionId(session),
                network == null ? null : new SourceNetwork(network),
                Json.read(columns.text()));
    }
}
