package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.IdempotencyKeys;
import io.motorpool.application.shared.IdempotencyKeysContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresIdempotencyKeysTest implements IdempotencyKeysContract, PostgresContract {

    @Inject
    IdempotencyKeys keys;

    @Override
    public IdempotencyKeys keys() {
        return keys;
    }

    @Override
    public Uni<Void> waitFor(CompletionStage<Void> other) {
        return PostgresContract.onOwnContext(other);
    }
}
