package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.motorpool.application.shared.AnswerOnceService;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryIdempotencyKeys;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class OnceOnlyTest {

    private static final Problem TAKEN = Problem.of(409, "vehicle-taken", "The vehicle is taken in that time.");
    private static final Problem LOST = Problem.of(409, HttpProblems.CONTENDED, "Ask again.");

    private final UserId driver = new UserId(Ids.next());
    private final Caller caller = of(new CompanyId(Ids.next()));
    private final OnceOnly once = new OnceOnly(
            new AnswerOnceService(new DirectUnitOfWork(), new InMemoryIdempotencyKeys(), Clock.systemUTC()),
            JsonMapper.builder().build());

    private final Queue<Response> answers = new ArrayDeque<>();

    private record Body(String vehicle) {}

    /** Instance and trace belong to a request, so they are left out of what is kept and filled in anew. */
    @Test
    void a_refusal_that_is_given_again_takes_its_path_and_trace_from_the_request_of_now() {
        Problem first = TAKEN.at("/api/v1/reservations", "a trace");
        willAnswer(refusal(first));

        assertThat(send(caller).getEntity()).isInstanceOf(Problem.class);
        Response again = send(caller);

        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(again.getMediaType()).isEqualTo(Problem.MEDIA);
        assertThat(again.getEntity()).isEqualTo(TAKEN);
    }

    @Test
    void what_was_lost_to_others_may_be_asked_again_under_the_same_key() {
        willAnswer(refusal(LOST), refusal(LOST), created());

        assertThat(send(caller).getStatus()).isEqualTo(201);
    }

    @Test
    void what_was_answered_for_one_company_is_not_told_under_another() {
        willAnswer(created());
        assertThat(send(caller).getStatus()).isEqualTo(201);

        Response elsewhere = send(of(new CompanyId(Ids.next())));

        assertThat(elsewhere.getStatus()).isEqualTo(422);
        assertThat(elsewhere.getEntity())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("idempotency-key-reused"));
        assertThat(send(caller).getStatus()).isEqualTo(201);
    }

    private void willAnswer(Response... responses) {
        answers.addAll(Arrays.asList(responses));
    }

    private Response send(Caller by) {
        return Responses.of(() -> once.answer(
                by,
                "POST /reservations",
                "key",
                new Body("a car"),
                () -> Uni.createFrom().item(answers::remove)));
    }

    private Caller of(CompanyId company) {
        return Callers.ofCompany(driver, company, Role.MEMBER);
    }

    private static Response refusal(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA)
                .entity(problem)
                .build();
    }

    private static Response created() {
        return Response.status(Response.Status.CREATED)
                .type("application/json")
                .entity(Map.of("id", "1"))
                .build();
    }
}
