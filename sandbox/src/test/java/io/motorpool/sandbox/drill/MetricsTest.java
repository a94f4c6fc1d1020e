package io.motorpool.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics("""
            # HELP motorpool_relay_up Whether this node's last look into the outbox succeeded
            motorpool_relay_up 1.0
            motorpool_relay_up_since 99.0
            motorpool_sweeps_steps_total{outcome="taken",sweep="no-shows"} 3.0
            motorpool_sweeps_steps_total{outcome="left",sweep="no-shows"} 4.0
            """);

    @Test
    void a_meter_is_found_by_its_whole_name() {
        assertThat(metrics.value("motorpool_relay_up")).hasValue(1);
        assertThat(metrics.value("motorpool_relay")).isEmpty();
    }

    @Test
    void a_meter_with_tags_is_the_sum_of_its_values() {
        assertThat(metrics.value("motorpool_sweeps_steps_total")).hasValue(7);
    }
}
