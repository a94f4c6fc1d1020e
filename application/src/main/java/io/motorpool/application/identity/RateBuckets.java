package io.motorpool.application.identity;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What is remembered of each bucket of a {@link io.motorpool.domain.identity.RateLimit}, shared by all nodes. */
public interface RateBuckets {

    /** What is limited. */
    enum Kind {
        SIGN_IN,
        REFRESH,
        CHANGE_PASSWORD,
        ASK_FOR_A_LINK,
        ASK_FOR_A_LINK_TO_ONE_MAILBOX,
        USE_A_LINK,
        SERVICE_TOKEN,
        LEGACY_SESSION
    }

    /**
     * One bucket.
     *
     * @param of whose it is: a network, a digest or an id; at most 64 characters
     */
    record Bucket(Kind kind, String of) {

        public static final int LONGEST = 64;

        public Bucket {
            if (of.isEmpty() || of.length() > LONGEST) {
                throw new IllegalArgumentException("a bucket is named with 1 to %d characters".formatted(LONGEST));
            }
        }
    }

    /**
     * How much was taken.
     *
     * @param paidUntil empty for a bucket that was never used
     * @param now by the clock of the store: nodes whose clocks differ must not take each other's buckets for empty or full
     */
    record Level(Optional<Instant> paidUntil, Instant now) {}

    /** Until the unit of work ends nobody else takes from it. */
    Uni<Level> lock(Bucket bucket);

    /** Under its lock. */
    Uni<Void> put(Bucket bucket, Instant paidUntil);

    /** Forgets buckets that are as good as never used. */
    Uni<Integer> forgetPaidBefore(Instant now, int atMost);
}
