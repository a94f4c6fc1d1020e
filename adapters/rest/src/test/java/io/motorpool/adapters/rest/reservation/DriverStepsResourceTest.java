package io.motorpool.adapters.rest.reservation;

import static io.motorpool.adapters.rest.reservation.Given.END;
import static io.motorpool.adapters.rest.reservation.Given.REASON;
import static io.motorpool.adapters.rest.reservation.Given.RUNNING;
import static io.motorpool.adapters.rest.reservation.Given.RUNNING_BODY;
import static io.motorpool.adapters.rest.reservation.Given.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.reservation.DriverStepsResource.CancellationBody;
import io.motorpool.adapters.rest.reservation.DriverStepsResource.PeriodBody;
import io.motorpool.adapters.rest.reservation.DriverStepsResource.ReadingBody;
import io.motorpool.adapters.rest.reservation.DriverStepsResource.VehicleBody;
import io.motorpool.application.reservation.ReservationChange;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriverStepsResourceTest {

    private static final String ID = RUNNING.id().toString();

    private final List<ReservationChange> asked = new ArrayList<>();
    private final List<Object> with = new ArrayList<>();
    private Uni<Decision<ReservationView, Refusal>> answer = Proceed.done(RUNNING);
    private final DriverStepsResource resource = new DriverStepsResource(
            this::taken,
            this::taken,
            change -> taken(change, "cancelled"),
            this::taken,
            this::taken,
            new KnownCaller(Given.MEMBER));

    private Uni<Decision<ReservationView, Refusal>> taken(ReservationChange change, Object value) {
        asked.add(change);
        with.add(value);
        return answer;
    }

    /** Each step as a driver takes it, and as somebody does who has nothing to say. */
    enum Step {
        RESCHEDULE {
            @Override
            Uni<Response> take(DriverStepsResource on, String id, @Nullable String seen) {
                return on.reschedule(id, seen, new PeriodBody(START, END, REASON));
            }

            @Override
            Uni<Response> takeInSilence(DriverStepsResource on) {
                return on.reschedule(ID, "\"3\"", null);
            }
        },
        CHANGE_VEHICLE {
            @Override
            Uni<Response> take(DriverStepsResource on, String id, @Nullable String seen) {
                return on.changeVehicle(
                        id, seen, new VehicleBody(RUNNING.vehicle().toString(), REASON));
            }

            @Override
            Uni<Response> takeInSilence(DriverStepsResource on) {
                return on.changeVehicle(ID, "\"3\"", null);
            }
        },
        CANCEL {
            @Override
            Uni<Response> take(DriverStepsResource on, String id, @Nullable String seen) {
                return on.cancel(id, seen, new CancellationBody(REASON));
            }

            @Override
            Uni<Response> takeInSilence(DriverStepsResource on) {
                return on.cancel(ID, "\"3\"", null);
            }
        },
        START_IT {
            @Override
            Uni<Response> take(DriverStepsResource on, String id, @Nullable String seen) {
                return on.start(id, seen, new ReadingBody(12_345, REASON));
            }

            @Override
            Uni<Response> takeInSilence(DriverStepsResource on) {
                return on.start(ID, "\"3\"", null);
            }
        },
        RETURN {
            @Override
            Uni<Response> take(DriverStepsResource on, String id, @Nullable String seen) {
                return on.bringBack(id, seen, new ReadingBody(12_345, REASON));
            }

            @Override
            Uni<Response> takeInSilence(DriverStepsResource on) {
                return on.bringBack(ID, "\"3\"", null);
            }
        };

        abstract Uni<Response> take(DriverStepsResource on, String id, @Nullable String seen);

        abstract Uni<Response> takeInSilence(DriverStepsResource on);
    }

    @ParameterizedTest
    @EnumSource
    void a_step_says_which_reservation_on_which_version_and_why(Step step) {
        Response response = Responses.of(() -> step.take(resource, ID, "\"3\""));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"3\"");
        assertThat(response.getEntity()).isEqualTo(RUNNING_BODY);
        assertThat(asked)
                .containsExactly(new ReservationChange(
                        Given.MEMBER,
                        RUNNING.id(),
                        new Version(3),
                        new Reason(ReasonCode.DRIVER_REQUEST, "called the hotline")));
    }

    @ParameterizedTest
    @EnumSource
    void a_step_is_not_taken_blindly(Step step) {
        assertThat(Responses.problem(() -> step.take(resource, ID, null))).isEqualTo("428 if-match-required");
        assertThat(Responses.problem(() -> step.take(resource, ID, "3"))).isEqualTo("400 invalid-request");
        assertThat(Responses.problem(() -> step.take(resource, "1", "\"3\""))).isEqualTo("404 not-found");
        assertThat(Responses.wrongFields(() -> step.takeInSilence(resource))).containsExactly("body");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_is_passed_on(Step step) {
        answer = Proceed.refused(new ReservationRefusal.ReasonRequired());

        assertThat(Responses.problem(() -> step.take(resource, ID, "\"3\""))).isEqualTo("422 reason-required");
    }

    @Test
    void a_step_passes_on_what_it_needs() {
        for (Step step : Step.values()) {
            assertThat(Responses.of(() -> step.take(resource, ID, "\"3\"")).getStatus())
                    .isEqualTo(200);
        }

        assertThat(with)
                .containsExactly(
                        Given.PERIOD,
                        new VehicleId(RUNNING.vehicle().value()),
                        "cancelled",
                        new Odometer(12_345),
                        new Odometer(12_345));
    }

    @Test
    void a_driver_need_not_say_why() {
        Response response = Responses.of(() -> resource.cancel(ID, "\"3\"", new CancellationBody(null)));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(asked.getFirst().reason()).isNull();
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        ReasonBody vague = new ReasonBody("BECAUSE", " ");
        ReasonBody silent = new ReasonBody(null, null);

        assertThat(wrong(on -> on.reschedule(ID, "\"3\"", new PeriodBody(START, "later", vague))))
                .containsExactly("end", "reason.code", "reason.note");
        assertThat(wrong(on -> on.reschedule(ID, "\"3\"", new PeriodBody(END, START, null))))
                .containsExactly("end");
        assertThat(wrong(on -> on.changeVehicle(ID, "\"3\"", new VehicleBody("mine", silent))))
                .containsExactly("vehicle", "reason.code", "reason.note");
        assertThat(wrong(on -> on.start(ID, "\"3\"", new ReadingBody(-1, null))))
                .containsExactly("odometerKm");
        assertThat(wrong(on -> on.bringBack(ID, "\"3\"", new ReadingBody(null, null))))
                .containsExactly("odometerKm");
        assertThat(asked).isEmpty();
    }

    private List<String> wrong(Function<DriverStepsResource, Uni<Response>> call) {
        return Responses.wrongFields(() -> call.apply(resource));
    }
}
