package io.motorpool.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private final LogLines log = new LogLines(List.of(
            "2026-11-23 12:28:16,335 INFO  [io.quarkus] (main) started",
            "2026-11-23 12:28:46,727 ERROR [io.motorpool.X] (vert.x-eventloop-thread-0) failed: java.lang.Error: WARN",
            "\tat io.motorpool.X.x(X.java:1)",
            "ERROR without a time is not ours",
            "2026-11-23 12:28:47,727 WARN  [io.motorpool.X] (vert.x-eventloop-thread-0) the relay went down"));

    @Test
    void an_entry_is_counted_by_its_level_and_its_stack_trace_is_not() {
        assertThat(log.entries("ERROR")).hasSize(1);
        assertThat(log.summary()).isEqualTo("5 lines, warnings: 1, errors: 1");
    }

    @Test
    void what_came_since_a_line_is_counted_alone() {
        assertThat(log.since(2).summary()).isEqualTo("3 lines, warnings: 1, errors: 0");
        assertThat(log.since(9).lines()).isEmpty();
    }
}
