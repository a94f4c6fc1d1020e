package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.EventFormat;
import io.motorpool.application.shared.EventMessage;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.OutboxQueue;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.DomainEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The outbox table. Sequence order is not commit order, so it is never read by "greater than the last one seen": what is
 * delivered is deleted, and whatever is left is not delivered yet. Facts about one subject are written under that
 * subject's lock, so between them sequence order and commit order agree.
 */
@ApplicationScoped
public class PostgresOutbox implements Outbox, OutboxQueue {

    /** Held by the transaction that delivers: one relay at a time over all nodes keeps facts in order. */
    private static final long RELAY_LOCK = 0x4d6f746f72706f6fL;

    private final EventFormat format;
    private final UnitOfWork unitOfWork;
    private final Supplier<UUID> nextId;

    public PostgresOutbox(EventFormat format, UnitOfWork unitOfWork, Supplier<UUID> nextId) {
        this.format = format;
        this.unitOfWork = unitOfWork;
        this.nextId = nextId;
    }

    @Override
    public Uni<Void> append(List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<EventMessage> messages = events.stream()
                .map(event -> format.describe(nextId.get(), event))
                .toList();
        return Sql.changeAhead(
                """
                        INSERT INTO outbox (id, topic, key, body, touched)
                        SELECT CAST(m.id AS uuid), m.topic, m.key, m.body, m.touched
                        FROM unnest(CAST(:ids AS text[]), CAST(:topics AS text[]), CAST(:keys AS text[]),
                                    CAST(:bodies AS text[]), CAST(:touched AS text[]))
                             WITH ORDINALITY AS m (id, topic, key, body, touched, n)
                        ORDER BY m.n""",
                Map.of(
                        "ids", column(messages, message -> message.id().toString()),
                        "topics", column(messages, EventMessage::topic),
                        "keys", column(messages, EventMessage::key),
                        "bodies", column(messages, EventMessage::body),
                        "touched", column(messages, message -> Things.written(message.touched()))),
                _ -> {});
    }

    @Override
    public Uni<Integer> drain(int atMost, Function<List<EventMessage>, Uni<Void>> handOver) {
        return unitOfWork.inTransaction(
                () -> Sql.rows("SELECT pg_try_advisory_xact_lock(:relay), 0", Map.of("relay", RELAY_LOCK))
                        .chain(rows -> (Boolean) rows.getFirst()[0]
                                ? deliver(atMost, handOver)
                                : Uni.createFrom().item(0)));
    }

    private Uni<Integer> deliver(int atMost, Function<List<EventMessage>, Uni<Void>> handOver) {
        return Sql.rows(
                        "SELECT seq, id, topic, key, body, touched FROM outbox ORDER BY seq LIMIT :most",
                        Map.of("most", atMost))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : handOver.apply(rows.stream()
                                        .map(PostgresOutbox::message)
                                        .toList())
                                .chain(() -> forget(rows)));
    }

    private static Uni<Integer> forget(List<Object[]> rows) {
        Long[] delivered = rows.stream().map(row -> (Long) row[0]).toArray(Long[]::new);
        return Sql.change("DELETE FROM outbox WHERE seq = ANY(:delivered)", Map.of("delivered", delivered));
    }

    private static EventMessage message(Object[] row) {
        return new EventMessage(
                (UUID) row[1], (String) row[2], (String) row[3], (String) row[4], Things.read((String) row[5]));
    }

    private static String[] column(List<EventMessage> messages, Function<EventMessage, String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }
}
