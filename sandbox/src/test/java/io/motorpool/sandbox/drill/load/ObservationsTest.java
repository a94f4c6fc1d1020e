package io.motorpool.sandbox.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Observations observations = new Observations();

    @Test
    void a_percentile_is_the_time_within_which_that_share_was_answered() {
        List<Seen> hundred = IntStream.rangeClosed(1, 100)
                .mapToObj(millis -> seen(0, 201, "", millis))
                .toList();

        assertThat(Observations.percentile(hundred, 0.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(Observations.percentile(hundred, 0.99)).isEqualTo(Duration.ofMillis(99));
        assertThat(Observations.slowest(hundred)).isEqualTo(Duration.ofMillis(100));
        assertThat(Observations.percentile(List.of(), 0.5)).isZero();
    }

    @Test
    void the_first_answer_after_a_moment_counts_from_when_it_came_not_from_when_it_was_asked_for() {
        observations.add(seen(0, 503, "temporarily-unavailable", 10));
        observations.add(seen(1, 201, "", 1_500));
        observations.add(seen(4, 201, "", 10));

        assertThat(observations.firstAnswered(NOON.plusSeconds(2), Seen::succeeded))
                .isEqualTo(NOON.plusMillis(2_500));
        assertThat(observations.firstAnswered(NOON.plusSeconds(9), Seen::succeeded))
                .isEqualTo(Instant.MAX);
    }

    @Test
    void outcomes_are_counted_by_status_and_code() {
        observations.add(seen(0, 201, "", 1));
        observations.add(seen(1, 409, "vehicle-taken", 1));
        observations.add(seen(2, 409, "vehicle-taken", 1));
        observations.add(seen(3, 0, "", 1));

        assertThat(Observations.outcomes(observations.all())).hasToString("{201=1, 409 vehicle-taken=2, no answer=1}");
        assertThat(observations.askedWithin(NOON.plusSeconds(1), NOON.plusSeconds(3)))
                .hasSize(2);
    }

    @Test
    void only_an_answer_that_says_what_happened_closes_a_request() {
        assertThat(seen(0, 201, "", 1).leavesOpen()).isFalse();
        assertThat(seen(0, 409, "vehicle-taken", 1).leavesOpen()).isFalse();
        assertThat(seen(0, 409, "contended", 1).leavesOpen()).isTrue();
        assertThat(seen(0, 409, "request-in-flight", 1).leavesOpen()).isTrue();
        assertThat(seen(0, 503, "temporarily-unavailable", 1).leavesOpen()).isTrue();
        assertThat(seen(0, 0, "", 1).leavesOpen()).isTrue();
    }

    private static Seen seen(int second, int status, String code, int tookMillis) {
        return new Seen(NOON.plusSeconds(second), "create", status, code, Duration.ofMillis(tookMillis), false);
    }
}
