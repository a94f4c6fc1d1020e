package io.motorpool.domain.identity;

import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.identity.RateLimit.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final RateLimit THREE_THEN_ONE_A_SECOND = new RateLimit(Duration.ofSeconds(1), 3);

    @Test
    void a_rested_bucket_gives_its_burst_and_then_says_how_long_to_wait() {
        Optional<Instant> bucket = Optional.empty();
        for (int i = 0; i < 3; i++) {
            bucket = Optional.of(((Answer.Go) THREE_THEN_ONE_A_SECOND.take(bucket, MONDAY_9AM)).paidUntil());
        }

        assertThat(THREE_THEN_ONE_A_SECOND.take(bucket, MONDAY_9AM)).isEqualTo(new Answer.Wait(Duration.ofSeconds(1)));
        assertThat(THREE_THEN_ONE_A_SECOND.take(bucket, MONDAY_9AM.plusSeconds(1)))
                .isInstanceOf(Answer.Go.class);
    }

    @Property
    void whoever_waits_as_told_is_let_through(@ForAll @Size(max = 40) List<@IntRange(max = 1_500) Integer> pauses) {
        Optional<Instant> bucket = Optional.empty();
        Instant now = MONDAY_9AM;
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            switch (THREE_THEN_ONE_A_SECOND.take(bucket, now)) {
                case Answer.Go(var paidUntil) -> bucket = Optional.of(paidUntil);
                case Answer.Wait(var retryAfter) -> {
                    assertThat(retryAfter).isPositive();
                    assertThat(THREE_THEN_ONE_A_SECOND.take(bucket, now.plus(retryAfter)))
                            .isInstanceOf(Answer.Go.class);
                    assertThat(THREE_THEN_ONE_A_SECOND.take(
                                    bucket, now.plus(retryAfter).minusMillis(1)))
                            .isInstanceOf(Answer.Wait.class);
                }
            }
        }
    }

    @Property
    void no_stretch_of_time_sees_more_than_the_burst_and_what_the_time_pays_for(
            @ForAll @Size(max = 60) List<@IntRange(max = 1_500) Integer> pauses) {
        Optional<Instant> bucket = Optional.empty();
        Instant now = MONDAY_9AM;
        List<Instant> let = new ArrayList<>();
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            if (THREE_THEN_ONE_A_SECOND.take(bucket, now) instanceof Answer.Go(var paidUntil)) {
                bucket = Optional.of(paidUntil);
                let.add(now);
            }
        }
        for (int first = 0; first < let.size(); first++) {
            for (int last = first; last < let.size(); last++) {
                long paid = Duration.between(let.get(first), let.get(last)).toSeconds();
                assertThat(last - first + 1L).isLessThanOrEqualTo(3 + paid);
            }
        }
    }

    @Test
    void a_node_whose_clock_is_ahead_does_not_stop_the_others_for_longer_than_it_is_ahead() {
        Instant ahead = MONDAY_9AM.plusSeconds(60);
        Instant paidUntil = ((Answer.Go) THREE_THEN_ONE_A_SECOND.take(Optional.empty(), ahead)).paidUntil();

        assertThat(THREE_THEN_ONE_A_SECOND.take(Optional.of(paidUntil), MONDAY_9AM))
                .isEqualTo(new Answer.Wait(Duration.ofSeconds(59)));
    }

    @Test
    void a_limit_is_told_in_times_per_minute() {
        assertThat(RateLimit.perMinute(30, 10)).isEqualTo(new RateLimit(Duration.ofSeconds(2), 10));
        assertThatThrownBy(() -> new RateLimit(Duration.ZERO, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit(Duration.ofSeconds(1), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
