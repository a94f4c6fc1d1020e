package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Json;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reconciliation.UndecodableMessages;
import io.motorpool.domain.reconciliation.LegacyMessage.Undecodable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What could not be understood, written as JSON: so every character of it can be kept. */
@ApplicationScoped
public class PostgresUndecodableMessages implements UndecodableMessages {

    @Override
    public Uni<Void> keep(Undecodable message, Instant now) {
        return Sql.change(
                        "INSERT INTO undecodable_message (source, raw, at) VALUES (:source, :raw, :now) ON CONFLICT DO NOTHING",
                        Map.of(
                                "source",
                                message.source(),
                                "raw",
                                Json.write(Map.of("raw", message.raw(), "why", message.why())),
                                "now",
                                now))
                .replaceWithVoid();
    }

    @Override
    public Uni<Long> count(Instant since) {
        return Sql.read(
                        "SELECT count(*) FROM undecodable_message WHERE at >= :since",
                        Map.of("since", since),
                        Columns::longNumber)
                .map(List::getFirst);
    }

    @Override
    public Uni<List<Kept>> newest(int limit) {
        return Sql.read(
                "SELECT source, raw, at FROM undecodable_message ORDER BY at DESC, source LIMIT CAST(:limit AS bigint)",
                Map.of("limit", (long) limit),
                PostgresUndecodableMessages::kept);
    }

    private static Kept kept(Columns columns) {
        String source = columns.text();
        Map<String, String> values = Json.read(columns.text());
        return new Kept(new Undecodable(source, text(values, "raw"), text(values, "why")), columns.instant());
    }

    private static String text(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
