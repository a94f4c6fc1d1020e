package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AnswerOnce.Given;
import io.motorpool.application.shared.IdempotencyKeys.Answer;
import io.motorpool.application.shared.IdempotencyKeys.Request;
import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.access.AccessRefusal.IdempotencyKeyReused;
import io.motorpool.domain.access.AccessRefusal.RequestInFlight;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnswerOnceServiceTest {

    private static final Answer CREATED = new Answer(201, Map.of("ETag", "\"0\""), "{}");

    private final MovedClock clock = new MovedClock(Instant.parse("2027-03-02T00:00:00Z"));
    private final AnswerOnce once = new AnswerOnceService(new DirectUnitOfWork(), new InMemoryIdempotencyKeys(), clock);
    private final Request request = new Request(new UserId(Ids.next()), "POST /reservations", "key", "a digest");
    private final List<String> effects = new ArrayList<>();

    @Test
    void a_first_request_is_answered_by_the_work() {
        assertThat(send(request)).isEqualTo(Decision.accept(new Given(CREATED, false)));

        assertThat(effects).hasSize(1);
    }

    @Test
    void the_same_request_again_gets_the_same_answer_without_another_effect() {
        givenSent(request);

        assertThat(send(request)).isEqualTo(Decision.accept(new Given(CREATED, true)));

        assertThat(effects).hasSize(1);
    }

    @Test
    void another_request_under_the_same_key_is_refused_and_has_no_effect() {
        givenSent(request);
        Request other = new Request(request.caller(), request.operation(), request.key(), "another digest");

        assertThat(send(other)).isEqualTo(Decision.refuse(new IdempotencyKeyReused()));

        assertThat(effects).hasSize(1);
    }

    @Test
    void the_same_key_of_another_caller_is_another_request() {
        givenSent(request);

        givenSent(new Request(new UserId(Ids.next()), request.operation(), request.key(), request.fingerprint()));

        assertThat(effects).hasSize(2);
    }

    @Test
    void while_the_first_is_answered_the_second_is_refused_and_later_it_gets_the_answer() {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        var first = once.answer(request, () -> Uni.createFrom().completionStage(answer))
                .subscribeAsCompletionStage();

        assertThat(send(request)).isEqualTo(Decision.refuse(new RequestInFlight()));
        answer.complete(CREATED);

        assertThat(first.join()).isEqualTo(Decision.accept(new Given(CREATED, false)));
        assertThat(send(request)).isEqualTo(Decision.accept(new Given(CREATED, true)));
        assertThat(effects).isEmpty();
    }

    @Test
    void a_request_whose_work_failed_may_be_sent_again() {
        assertThatThrownBy(() -> once.answer(
                                request, () -> Uni.createFrom().failure(new IllegalStateException("broken")))
                        .await()
                        .indefinitely())
                .hasMessage("broken");

        assertThat(send(request)).isEqualTo(Decision.accept(new Given(CREATED, false)));
    }

    @Test
    void work_that_lost_a_race_is_repeated_under_the_same_key() {
        var answered = once.answer(
                        request,
                        () -> effects.size() < 2
                                ? work().chain(() -> Uni.createFrom().failure(new ContendedException("lost")))
                                : work())
                .await()
                .indefinitely();

        assertThat(answered).isEqualTo(Decision.accept(new Given(CREATED, false)));
        assertThat(effects).hasSize(3);
    }

    @Test
    void after_a_day_the_key_is_fresh_again_and_its_answer_can_be_forgotten() {
        givenSent(request);
        clock.move(IdempotencyKeys.KEPT.minus(Duration.ofSeconds(1)));
        assertThat(forgotten()).isZero();

        clock.move(Duration.ofSeconds(1));

        assertThat(forgotten()).isEqualTo(1);
        assertThat(send(request)).isEqualTo(Decision.accept(new Given(CREATED, false)));
    }

    private void givenSent(Request sent) {
        assertThat(send(sent)).isEqualTo(Decision.accept(new Given(CREATED, false)));
    }

    private int forgotten() {
        return once.forgetOld().await().indefinitely();
    }

    private Decision<Given, AccessRefusal> send(Request sent) {
        return once.answer(sent, this::work).await().indefinitely();
    }

    private Uni<Answer> work() {
        return Uni.createFrom().item(CREATED).invoke(() -> effects.add("reserved"));
    }
}
