package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AnswerOnce;
import io.motorpool.application.shared.IdempotencyKeys;
import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ForgetTimerTest {

    /** What is forgotten, call by call. */
    private static final class Answers implements AnswerOnce {

        private final Deque<Uni<Integer>> forgotten = new ArrayDeque<>();

        @Override
        public Uni<Decision<Given, AccessRefusal>> answer(
                IdempotencyKeys.Request request, Supplier<Uni<IdempotencyKeys.Answer>> work) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Integer> forgetOld() {
            return forgotten.removeFirst();
        }
    }

    private final Answers answers = new Answers();
    private final ForgetTimer timer = new ForgetTimer(answers);

    @Test
    void it_goes_on_until_nothing_is_left_to_forget() {
        answers.forgotten.addAll(List.of(number(1_000), number(1_000), number(3), number(0)));

        timer.forget().await().indefinitely();

        assertThat(answers.forgotten).isEmpty();
    }

    @Test
    void nothing_to_forget_is_nothing_wrong() {
        answers.forgotten.add(number(0));

        try (Logged log = new Logged(Standing.class)) {
            timer.forget().await().indefinitely();

            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void a_failure_ends_it_until_the_next_time() {
        answers.forgotten.addAll(List.of(number(1_000), Uni.createFrom().failure(new IllegalStateException("away"))));

        try (Logged log = new Logged(Standing.class)) {
            timer.forget().await().indefinitely();

            assertThat(log.messages()).hasSize(1);
        }
        assertThat(answers.forgotten).isEmpty();
    }

    private static Uni<Integer> number(int forgotten) {
        return Uni.createFrom().item(forgotten);
    }
}
