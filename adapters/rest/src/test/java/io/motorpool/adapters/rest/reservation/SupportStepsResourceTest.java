package io.motorpool.adapters.rest.reservation;

import static io.motorpool.adapters.rest.reservation.Given.REASON;
import static io.motorpool.adapters.rest.reservation.Given.RUNNING;
import static io.motorpool.adapters.rest.reservation.Given.RUNNING_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.reservation.SupportStepsResource.ForcedReturnBody;
import io.motorpool.adapters.rest.reservation.SupportStepsResource.StepBody;
import io.motorpool.adapters.rest.reservation.SupportStepsResource.SwapBody;
import io.motorpool.application.reservation.ReservationChange;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupportStepsResourceTest {

    private static final String ID = RUNNING.id().toString();
    private static final String SEEN = "\"3\"";

    private final List<Object> asked = new ArrayList<>();
    private final SupportStepsResource resource = new SupportStepsResource(
            this::taken,
            (change, reading) -> taken(change, Optional.ofNullable(reading)),
            change -> taken(change, "no-show"),
            change -> taken(change, "late"),
            new KnownCaller(Callers.aSupportAgent()));

    private Uni<Decision<ReservationView, Refusal>> taken(ReservationChange change, Object value) {
        assertThat(change.reason()).isNotNull();
        assertThat(change.reservation()).isEqualTo(RUNNING.id());
        asked.add(value);
        return Proceed.done(RUNNING);
    }

    @Test
    void support_takes_steps_with_a_reason() {
        String other = Ids.next().toString();

        List<Response> responses = List.of(
                Responses.of(() -> resource.swap(ID, SEEN, new SwapBody(other, REASON))),
                Responses.of(() -> resource.forceReturn(ID, SEEN, new ForcedReturnBody(12_345, REASON))),
                Responses.of(() -> resource.forceReturn(ID, SEEN, new ForcedReturnBody(null, REASON))),
                Responses.of(() -> resource.noShow(ID, SEEN, new StepBody(REASON))),
                Responses.of(() -> resource.lateReturn(ID, SEEN, new StepBody(REASON))));

        assertThat(responses).allSatisfy(response -> {
            assertThat(response.getHeaderString("ETag")).isEqualTo(SEEN);
            assertThat(response.getEntity()).isEqualTo(RUNNING_BODY);
        });
        assertThat(asked)
                .containsExactly(
                        new ReservationId(UUID.fromString(other)),
                        Optional.of(new Odometer(12_345)),
                        Optional.empty(),
                        "no-show",
                        "late");
    }

    @Test
    void support_always_says_why() {
        for (@Nullable ReasonBody vague : new @Nullable ReasonBody[] {null, new ReasonBody("OPERATIONS", null)}) {
            String field = vague == null ? "reason" : "reason.note";

            assertThat(Responses.wrongFields(() ->
                            resource.swap(ID, SEEN, new SwapBody(Ids.next().toString(), vague))))
                    .containsExactly(field);
            assertThat(Responses.wrongFields(() -> resource.forceReturn(ID, SEEN, new ForcedReturnBody(1, vague))))
                    .containsExactly(field);
            assertThat(Responses.wrongFields(() -> resource.noShow(ID, SEEN, new StepBody(vague))))
                    .containsExactly(field);
            assertThat(Responses.wrongFields(() -> resource.lateReturn(ID, SEEN, new StepBody(vague))))
                    .containsExactly(field);
        }
        assertThat(asked).isEmpty();
    }

    /** A doing that says so is a timer's, whatever name stands beside it. */
    @Test
    void nobody_but_a_timer_says_that_it_was_a_timer() {
        ReasonBody timers = new ReasonBody("TIMER", "time has passed");

        assertThat(Responses.wrongFields(() -> resource.noShow(ID, SEEN, new StepBody(timers))))
                .containsExactly("reason.code");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_swap_names_the_other_reservation_and_a_reading_is_one() {
        assertThat(Responses.wrongFields(() -> resource.swap(ID, SEEN, new SwapBody(null, REASON))))
                .containsExactly("with");
        assertThat(Responses.wrongFields(
                        () -> resource.forceReturn(ID, SEEN, new ForcedReturnBody(10_000_000, REASON))))
                .containsExactly("odometerKm");
    }
}
