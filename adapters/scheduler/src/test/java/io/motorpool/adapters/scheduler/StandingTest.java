package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {

    private final Standing standing = new Standing("the ferry");

    @Test
    void says_once_that_it_went_down_and_once_that_it_came_back() {
        try (Logged log = new Logged(Standing.class)) {
            standing.worked();
            standing.failed(new IllegalStateException("storm"));
            standing.failed(new IllegalStateException("storm"));
            standing.worked();
            standing.worked();

            assertThat(log.messages()).hasSize(2);
            assertThat(log.messages().getFirst()).startsWith("WARN").contains("the ferry went down");
            assertThat(log.messages().getLast()).startsWith("INFO").contains("the ferry came back");
        }
    }

    @Test
    void is_up_until_it_fails() {
        assertThat(standing.isUp()).isTrue();

        standing.failed(new IllegalStateException("storm"));

        assertThat(standing.isUp()).isFalse();
    }
}
