package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.IdempotencyKeys.Answer;
import io.motorpool.application.shared.IdempotencyKeys.Request;
import io.motorpool.application.shared.IdempotencyKeys.Standing;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every memory of answers promises (P13). */
public interface IdempotencyKeysContract extends PortContract {

    Instant NOW = Instant.parse("2027-03-02T00:00:00.123456Z");
    Duration A_MOMENT = Duration.ofMillis(1);

    IdempotencyKeys keys();

    /** Waits for another thread and goes on where the unit of work runs. */
    default Uni<Void> waitFor(CompletionStage<Void> other) {
        return Uni.createFrom().completionStage(other);
    }

    @Test
    default void a_request_that_was_never_seen_is_fresh() {
        assertThat(standing(aRequest(), NOW)).isEqualTo(new Standing.Fresh());
    }

    @Test
    default void what_was_answered_is_answered_again_word_for_word() {
        Request request = aRequest();
        Answer created = new Answer(
                201, Map.of("Location", "/api/v1/reservations/1", "ETag", "\"0\""), "{\"name\":\"한빛전자 🚗\"}");

        answer(request, created, NOW);

        assertThat(standing(request, NOW.plusSeconds(1))).isEqualTo(new Standing.Answered(created));
    }

    @Test
    default void an_answer_without_headers_and_body_is_an_answer_too() {
        Request request = aRequest();

        answer(request, new Answer(204, Map.of(), ""), NOW);

        assertThat(standing(request, NOW)).isEqualTo(new Standing.Answered(new Answer(204, Map.of(), "")));
    }

    @Test
    default void a_key_that_comes_with_another_request_is_reused() {
        Request request = aRequest();
        answer(request, anAnswer(), NOW);

        Request other = new Request(request.caller(), request.operation(), request.key(), "another digest");

        assertThat(standing(other, NOW)).isEqualTo(new Standing.Reused());
    }

    @Test
    default void the_same_key_of_another_caller_or_for_another_operation_is_another_one() {
        Request request = aRequest();
        answer(request, anAnswer(), NOW);

        List<Request> others = List.of(
                new Request(new UserId(Ids.next()), request.operation(), request.key(), request.fingerprint()),
                new Request(request.caller(), "POST /another", request.key(), request.fingerprint()),
                new Request(request.caller(), request.operation(), request.key() + "x", request.fingerprint()));

        assertThat(others).allSatisfy(other -> assertThat(standing(other, NOW)).isEqualTo(new Standing.Fresh()));
    }

    @Test
    default void while_the_first_is_answered_the_second_is_told_so_at_once() throws Exception {
        Request request = aRequest();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> secondIsDone = new CompletableFuture<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Standing> first = threads.submit(() ->
                    inTransaction(() -> keys().claim(request, NOW).call(standing -> {
                        begun.complete(null);
                        return waitFor(secondIsDone).chain(() -> keys().remember(request, anAnswer(), NOW));
                    })));
            var _ = begun.get(5, TimeUnit.SECONDS);
            try {
                assertThat(standing(request, NOW)).isEqualTo(new Standing.InFlight());
            } finally {
                secondIsDone.complete(null);
            }
            assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(new Standing.Fresh());
        }

        assertThat(standing(request, NOW)).isEqualTo(new Standing.Answered(anAnswer()));
    }

    @Test
    default void an_answer_whose_unit_of_work_failed_was_never_given() {
        Request request = aRequest();

        assertThatThrownBy(() -> inTransaction(() -> keys().claim(request, NOW)
                        .chain(() -> keys().remember(request, anAnswer(), NOW))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("the work broke")))))
                .hasMessageContaining("the work broke");

        assertThat(standing(request, NOW)).isEqualTo(new Standing.Fresh());
    }

    @Test
    default void a_claim_that_came_to_nothing_is_given_up_when_its_unit_of_work_ends() {
        Request request = aRequest();
        assertThat(standing(request, NOW)).isEqualTo(new Standing.Fresh());

        assertThat(standing(request, NOW)).isEqualTo(new Standing.Fresh());
    }

    @Test
    default void an_answer_is_kept_for_as_long_as_promised_and_then_the_key_is_fresh_again() {
        Request request = aRequest();
        Request another = new Request(request.caller(), request.operation(), request.key(), "another digest");
        Instant end = NOW.plus(IdempotencyKeys.KEPT);
        answer(request, anAnswer(), NOW);

        assertThat(standing(request, end.minus(A_MOMENT))).isEqualTo(new Standing.Answered(anAnswer()));
        assertThat(standing(another, end)).isEqualTo(new Standing.Fresh());

        answer(another, new Answer(200, Map.of(), "anew"), end);
        assertThat(standing(another, end)).isEqualTo(new Standing.Answered(new Answer(200, Map.of(), "anew")));
        assertThat(standing(request, end)).isEqualTo(new Standing.Reused());
    }

    @Test
    default void of_many_who_send_the_same_request_at_once_one_answers_and_nobody_waits() {
        Request request = aRequest();

        List<Standing> standings = AtOnce.times(
                8,
                () -> inTransaction(() -> keys().claim(request, NOW)
                        .call(standing -> standing instanceof Standing.Fresh
                                ? keys().remember(request, anAnswer(), NOW)
                                : Uni.createFrom().voidItem())));

        assertThat(standings).filteredOn(Standing.Fresh.class::isInstance).hasSize(1);
        assertThat(standings)
                .filteredOn(standing -> !(standing instanceof Standing.Fresh))
                .isSubsetOf(new Standing.InFlight(), new Standing.Answered(anAnswer()));
    }

    @Test
    default void what_is_old_is_forgotten_a_limited_number_at_a_time() {
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        for (int i = 0; i < 3; i++) {
            answer(aRequest(), anAnswer(), longAgo);
        }
        Request young = aRequest();
        answer(young, anAnswer(), longAgo.plus(A_MOMENT));

        assertThat(forget(longAgo, 2)).isEqualTo(2);
        assertThat(forget(longAgo, 2)).isEqualTo(1);
        assertThat(forget(longAgo, 2)).isZero();
        assertThat(standing(young, longAgo.plusSeconds(1))).isEqualTo(new Standing.Answered(anAnswer()));
        assertThat(forget(longAgo.plus(A_MOMENT), 2)).isEqualTo(1);
    }

    private int forget(Instant before, int atMost) {
        return inTransaction(() -> keys().forgetBefore(before, atMost));
    }

    private Standing standing(Request request, Instant now) {
        return inTransaction(() -> keys().claim(request, now));
    }

    private void answer(Request request, Answer answer, Instant now) {
        inTransaction(() -> keys().claim(request, now).chain(() -> keys().remember(request, answer, now)));
    }

    private static Request aRequest() {
        return new Request(
                new UserId(Ids.next()), "POST /api/v1/reservations", Ids.next().toString(), "a digest");
    }

    private static Answer anAnswer() {
        return new Answer(201, Map.of("ETag", "\"0\""), "{}");
    }
}
