package io.motorpool.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.motorpool.sandbox.bench.Compared.Goal;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ComparedTest {

    private static final Sample LIMIT = sample(1_000, 2, Duration.ofSeconds(2), Cost.NOTHING);

    @Test
    void the_rate_counts_answers_in_a_second() {
        assertThat(LIMIT.rate()).isEqualTo(500);
        assertThat(Sample.none().rate()).isZero();
    }

    @Test
    void the_ratio_is_the_share_of_the_limits_rate() {
        Sample application = sample(600, 5, Duration.ofSeconds(2), Cost.NOTHING);

        assertThat(Compared.of("create", 8, application, LIMIT, Goal.NONE).ratio())
                .isCloseTo(0.6, within(1e-9));
    }

    @Test
    void of_a_limit_that_answered_nothing_there_is_no_share() {
        assertThat(Compared.ratio(10, 0)).isZero();
    }

    @Test
    void processor_time_is_shared_out_over_the_answers() {
        Cost cost = new Cost(Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofMillis(50));
        Compared compared = Compared.of("read", 8, sample(1_000, 1, Duration.ofSeconds(1), cost), LIMIT, Goal.NONE);

        assertThat(compared.cpuUs()).isEqualTo(200);
        assertThat(compared.databaseCpuUs()).isEqualTo(100);
        assertThat(compared.clientCpuUs()).isEqualTo(50);
    }

    @Test
    void turns_add_up_to_one_sample() {
        Cost cost = new Cost(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3));
        Sample both = sample(100, 1, Duration.ofSeconds(1), cost)
                .withFailed(2)
                .plus(sample(300, 9, Duration.ofSeconds(1), cost));

        assertThat(both.rate()).isEqualTo(200);
        assertThat(both.failed()).isEqualTo(2);
        assertThat(both.latencies().percentileMillis(100)).isEqualTo(9);
        assertThat(both.cost()).isEqualTo(new Cost(Duration.ofMillis(2), Duration.ofMillis(4), Duration.ofMillis(6)));
    }

    @Test
    void errors_of_both_sides_count() {
        Compared compared = Compared.of("read", 8, LIMIT.withFailed(1), LIMIT.withFailed(2), Goal.NONE);

        assertThat(compared.errors()).isEqualTo(3);
    }

    @Test
    void beside_a_bare_server_it_has_a_second_ratio_and_that_servers_errors() {
        Sample application = sample(600, 5, Duration.ofSeconds(2), Cost.NOTHING);
        Sample bare = sample(800, 5, Duration.ofSeconds(2), Cost.NOTHING).withFailed(3);

        Compared compared =
                Compared.of("read", 8, application, LIMIT, Goal.NONE).beside(bare);

        assertThat(compared.bareRatio()).isCloseTo(0.75, within(1e-9));
        assertThat(compared.ratio()).isCloseTo(0.6, within(1e-9));
        assertThat(compared.errors()).isEqualTo(3);
    }

    @Test
    void what_is_short_of_its_goal_is_said() {
        Sample application = sample(500, 20, Duration.ofSeconds(2), Cost.NOTHING);

        assertThat(Compared.of("read", 32, application, LIMIT, new Goal(0.7, 15.0))
                        .shortfalls())
                .containsExactly(
                        "read, 32 clients: 0.50 of the limit's rate, hoped for 0.70",
                        "read, 32 clients: p99 20.0 ms, hoped for 15.0");
        assertThat(Compared.of("read", 32, application, LIMIT, new Goal(0.5, 20.0))
                        .shortfalls())
                .isEmpty();
    }

    private static Sample sample(int answers, long millis, Duration elapsed, Cost cost) {
        Latencies latencies = LatenciesTest.of(LongStream.generate(() -> millis).limit(answers));
        return new Sample(latencies, 0, List.of(), elapsed, cost);
    }
}
