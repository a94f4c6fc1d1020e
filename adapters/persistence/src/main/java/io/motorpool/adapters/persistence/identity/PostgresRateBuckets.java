package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.RateBuckets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The bucket table. What cannot be locked because it is not there is added, with nothing in it. */
@ApplicationScoped
public class PostgresRateBuckets implements RateBuckets {

    private static final OldRows PAID =
            new OldRows("rate_bucket", "kind, owner", "paid_until IS NULL OR paid_until < :then");

    /** One statement, whether the bucket is there or not; what it answers is what the one before left. */
    @Override
    public Uni<Level> lock(Bucket bucket) {
        return Sql.read(
                        """
                        INSERT INTO rate_bucket AS b (kind, owner) VALUES (:kind, :owner)
                        ON CONFLICT (kind, owner) DO UPDATE SET paid_until = b.paid_until
                        RETURNING paid_until, clock_timestamp()""",
                        Map.of("kind", bucket.kind().name(), "owner", bucket.of()),
                        columns -> new Level(Optional.ofNullable(columns.instantOrNull()), columns.instant()))
                .map(found -> found.getFirst());
    }

    @Override
    public Uni<Void> put(Bucket bucket, Instant paidUntil) {
        return Sql.changeAhead(
                """
                INSERT INTO rate_bucket (kind, owner, paid_until) VALUES (:kind, :owner, :paidUntil)
                ON CONFLICT (kind, owner) DO UPDATE SET paid_until = excluded.paid_until""", Map.of("kind", bucket.kind().name(), "owner", bucket.of(), "paidUntil", paidUntil), _ -> {});
    }

    @Override
    public Uni<Integer> forgetPaidBefore(Instant now, int atMost) {
        return PAID.forget(now, atMost);
    }
}
