package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Bucket;
import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.RateBuckets.Level;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.RateLimit.Answer;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;

/**
 * Slows down who asks too often, on whichever node, by a clock that all nodes share. What it took stays taken, whatever
 * becomes of the request.
 */
public final class Throttle {

    private final UnitOfWork unitOfWork;
    private final RateBuckets buckets;
    private final Limits limits;

    public Throttle(UnitOfWork unitOfWork, RateBuckets buckets, Limits limits) {
        this.unitOfWork = unitOfWork;
        this.buckets = buckets;
        this.limits = limits;
    }

    Uni<Decision<Bucket, Refusal>> pass(Kind kind, SourceNetwork from) {
        return pass(new Bucket(kind, from.prefix()));
    }

    Uni<Decision<Bucket, Refusal>> pass(Bucket bucket) {
        return unitOfWork.inTransaction(() -> buckets.lock(bucket).chain(level -> take(bucket, level)));
    }

    private Uni<Decision<Bucket, Refusal>> take(Bucket bucket, Level level) {
        return switch (limits.of(bucket.kind()).take(level.paidUntil(), level.now())) {
            case Answer.Go(var until) -> buckets.put(bucket, until).replaceWith(() -> Decision.accept(bucket));
            case Answer.Wait(var retryAfter) -> Proceed.refused(new TooManyRequests(retryAfter));
        };
    }
}
