package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimersTest {

    private static final List<String> EXPECTED = List.of(
            "relay",
            "late returns",
            "no-shows",
            "forget",
            "turn",
            "letters",
            "forget identity",
            "cut-offs",
            "plan",
            "capture",
            "register",
            "press",
            "post",
            "tell vehicles",
            "expire offers",
            "ask gateway",
            "compare",
            "export");

    @Inject
    Heard heard;

    @Test
    void every_timer_calls_its_port_where_a_unit_of_work_can_begin() throws Exception {
        for (int wait = 0; wait < 100 && !(heard.calls().containsAll(EXPECTED) && relayed() > 3); wait++) {
            Thread.sleep(50);
        }

        assertThat(heard.calls())
                .containsAll(EXPECTED)
                .doesNotContainAnyElementsOf(EXPECTED.stream()
                        .map(call -> call + ", on no context of its own")
                        .toList());
        assertThat(relayed()).isGreaterThan(3);
    }

    private long relayed() {
        return heard.calls().stream().filter("relay"::equals).count();
    }
}
