package io.motorpool.domain.reconciliation;

import static io.motorpool.domain.reconciliation.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.reconciliation.Gate.Evidence;
import io.motorpool.domain.reconciliation.Gate.Obstacle;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Gate GATE = new Gate(14, 1_000);
    private static final Instant NOW = at(9, 0);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(14));

    @Test
    void it_opens_after_enough_days_and_events_without_an_unexplained_difference() {
        assertThat(GATE.obstacles(new Evidence(LONG_AGO, 1_000, 0, 0), NOW)).isEmpty();
    }

    @Test
    void everything_that_keeps_it_shut_is_told() {
        assertThat(GATE.obstacles(new Evidence(LONG_AGO.plusSeconds(60), 999, 3, 2), NOW))
                .containsExactly(
                        new Obstacle.Unexplained(3),
                        new Obstacle.NotCompared(2),
                        new Obstacle.WatchedTooShortly(Duration.ofMinutes(1)),
                        new Obstacle.TooFewEvents(1));
    }

    @Test
    void it_does_not_open_before_anybody_watches() {
        assertThat(GATE.obstacles(new Evidence(null, 0, 0, 0), NOW))
                .contains(new Obstacle.WatchedTooShortly(Duration.ofDays(14)));
    }

    @Test
    void a_gate_asks_for_something() {
        assertThatThrownBy(() -> new Gate(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Gate(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
