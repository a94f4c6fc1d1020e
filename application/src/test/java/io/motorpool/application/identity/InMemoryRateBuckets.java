package io.motorpool.application.identity;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Buckets in memory. */
final class InMemoryRateBuckets implements RateBuckets {

    private final Rows<Bucket, Instant> rows = new Rows<>();

    @Override
    public Uni<Optional<Instant>> lock(Bucket bucket) {
        return Uni.createFrom().item(() -> rows.get(bucket));
    }

    @Override
    public Uni<Void> put(Bucket bucket, Instant paidUntil) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(bucket, paidUntil));
    }

    @Override
    public Uni<Integer> forgetPaidBefore(Instant now, int atMost) {
        return Uni.createFrom().item(() -> rows.forget(paidUntil -> paidUntil.isBefore(now), atMost));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
