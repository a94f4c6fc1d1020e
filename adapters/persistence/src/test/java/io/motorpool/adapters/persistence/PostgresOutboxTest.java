package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.OutboxContract;
import io.motorpool.application.shared.OutboxQueue;
import io.motorpool.application.shared.OutboxQueueContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresOutboxTest implements OutboxContract, OutboxQueueContract, PostgresContract {

    @Inject
    Outbox outbox;

    @Inject
    OutboxQueue queue;

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public OutboxQueue queue() {
        return queue;
    }

    @Override
    public Uni<Void> waitFor(CompletionStage<Void> other) {
        return PostgresContract.onOwnContext(other);
    }

    @Override
    public List<UUID> waiting() {
        return inTransaction(() -> Sql.rows("SELECT key, seq FROM outbox ORDER BY seq", Map.of())).stream()
                .map(row -> UUID.fromString((String) row[0]))
                .toList();
    }
}
