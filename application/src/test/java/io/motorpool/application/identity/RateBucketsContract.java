package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.motorpool.application.identity.RateBuckets.Bucket;
import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.identity.RateLimit;
import io.motorpool.domain.identity.RateLimit.Answer;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of buckets promises. */
public interface RateBucketsContract extends PortContract {

    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123456Z");

    RateBuckets buckets();

    @Test
    default void a_bucket_that_was_never_used_is_empty() {
        assertThat(lock(aBucket(Kind.SIGN_IN))).isEmpty();
    }

    @Test
    default void a_bucket_of_whatever_kind_is_found_as_it_was_left_and_is_no_other() {
        for (Kind kind : Kind.values()) {
            Bucket bucket = aBucket(kind);
            inTransaction(() -> buckets().put(bucket, IdentityFixtures.NOON));
            inTransaction(() -> buckets().put(bucket, IdentityFixtures.NOON.plusSeconds(1)));

            assertThat(lock(bucket)).contains(IdentityFixtures.NOON.plusSeconds(1));
            assertThat(Kind.values())
                    .filteredOn(other -> other != kind)
                    .allSatisfy(other ->
                            assertThat(lock(new Bucket(other, bucket.of()))).isEmpty());
        }
    }

    @Test
    default void a_bucket_tells_the_time_that_all_nodes_go_by() {
        Bucket bucket = aBucket(Kind.REFRESH);

        Instant first = inTransaction(() -> buckets().lock(bucket)).now();
        Instant second = inTransaction(() -> buckets().lock(bucket)).now();

        assertThat(second).isAfterOrEqualTo(first);
        assertThat(first).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    default void a_bucket_may_have_the_longest_name() {
        Bucket bucket = new Bucket(Kind.REFRESH, "n".repeat(Bucket.LONGEST - 36) + Ids.next());

        inTransaction(() -> buckets().put(bucket, IdentityFixtures.NOON));

        assertThat(lock(bucket)).contains(IdentityFixtures.NOON);
    }

    @Test
    default void of_many_at_once_no_more_get_through_than_the_limit_says_even_the_first_time() {
        Bucket bucket = aBucket(Kind.REFRESH);
        RateLimit limit = RateLimit.perMinute(1, 3);

        var answers = AtOnce.times(
                8,
                () -> inTransaction(() -> buckets()
                        .lock(bucket)
                        .map(level -> limit.take(level.paidUntil(), IdentityFixtures.NOON))
                        .call(answer -> answer instanceof Answer.Go(var paidUntil)
                                ? buckets().put(bucket, paidUntil)
                                : Uni.createFrom().voidItem())));

        assertThat(answers).filteredOn(Answer.Go.class::isInstance).hasSize(3);
    }

    @Test
    default void buckets_that_are_as_good_as_new_are_forgotten_a_few_at_a_time() {
        int _ = inTransaction(() -> buckets().forgetPaidBefore(LONG_AGO.plusSeconds(1), 1_000));
        for (int i = 0; i < 3; i++) {
            Bucket bucket = aBucket(Kind.SIGN_IN);
            inTransaction(() -> buckets().put(bucket, LONG_AGO));
        }

        assertThat(inTransaction(() -> buckets().forgetPaidBefore(LONG_AGO, 10)))
                .isZero();
        assertThat(inTransaction(() -> buckets().forgetPaidBefore(LONG_AGO.plusSeconds(1), 2)))
                .isEqualTo(2);
        assertThat(inTransaction(() -> buckets().forgetPaidBefore(LONG_AGO.plusSeconds(1), 2)))
                .isEqualTo(1);
    }

    private static Bucket aBucket(Kind kind) {
        return new Bucket(kind, Ids.next().toString());
    }

    private Optional<Instant> lock(Bucket bucket) {
        return inTransaction(() -> buckets().lock(bucket)).paidUntil();
    }
}
