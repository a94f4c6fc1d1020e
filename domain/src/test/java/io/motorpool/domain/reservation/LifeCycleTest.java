package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.aDescription;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.reservation.Fixtures.aFreeDay;
import static io.motorpool.domain.reservation.Fixtures.aReservation;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.aTrip;
import static io.motorpool.domain.reservation.Fixtures.around;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.endedReservations;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step from every state, each at a time at which nothing but the state can stand in its way. */
class LifeCycleTest {

    /** Where a step leads; a dot where the life cycle offers none. */
    private static final String STEP_BY_STATE = """
            |                    | RESERVED  | IN_USE         | RETURNED | FORCE_RETURNED | CANCELLED | NO_SHOW |
            | RESCHEDULE         | RESERVED  | IN_USE         | .        | .              | .         | .       |
            | CHANGE_VEHICLE     | RESERVED  | .              | .        | .              | .         | .       |
            | CANCEL             | CANCELLED | .              | .        | .              | .         | .       |
            | START              | IN_USE    | .              | .        | .              | .         | .       |
            | RETURN             | .         | RETURNED       | .        | .              | .         | .       |
            | FORCE_RETURN       | .         | FORCE_RETURNED | .        | .              | .         | .       |
            | MARK_NO_SHOW       | NO_SHOW   | .              | .        | .              | .         | .       |
            | RECORD_LATE_RETURN | .         | IN_USE         | .        | .              | .         | .       |
            | HAND_OVER          | .         | IN_USE         | .        | .              | .         | .       |
            """;

    static List<Reservation> everyState() {
        return Stream.concat(Stream.of(aReservation(hours(9, 11)), aTrip(hours(9, 11))), endedReservations().stream())
                .toList();
    }

    @Test
    void every_step_leads_where_the_table_says_and_nowhere_else() {
        String head = "|                    | " + row(state -> state.status().name());
        String rows = Arrays.stream(Step.values())
                .map(step -> "| %-18s | ".formatted(step)
                        + row(state -> after(step, state).map(Enum::name).orElse(".")))
                .collect(joining());

        assertThat(head + rows).isEqualTo(STEP_BY_STATE);
    }

    @Test
    void every_status_is_somebodys() {
        assertThat(everyState().stream().map(Reservation::status)).containsExactly(ReservationStatus.values());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_step_that_is_not_offered_is_refused_with_the_state_and_the_step(Step step) {
        for (Reservation ended : endedReservations()) {
            var because = new NotPossibleNow(ended.status(), step);

            assertThat(refused(ended.waitingFor(step))).isEqualTo(because);
            assertThat(refused(ended.runningFor(step))).isEqualTo(because);
        }
        assertThat(refused(aReservation(hours(9, 11)).runningFor(step)))
                .isEqualTo(new NotPossibleNow(ReservationStatus.RESERVED, step));
        assertThat(refused(aTrip(hours(9, 11)).waitingFor(step)))
                .isEqualTo(new NotPossibleNow(ReservationStatus.IN_USE, step));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void no_step_changes_who_the_reservation_belongs_to_but_a_hand_over_who_drives(Reservation before) {
        for (Step step : Step.values()) {
            take(step, before).ifPresent(changed -> {
                ReservationTerms after = changed.reservation().terms();
                assertThat(after.id()).isEqualTo(before.id());
                assertThat(after.company()).isEqualTo(before.terms().company());
                assertThat(after.driver())
                        .isEqualTo(step == Step.HAND_OVER ? LEE : before.terms().driver());
                assertThat(after.corporate()).isEqualTo(before.terms().corporate());
                assertThat(after.createdAt()).isEqualTo(before.terms().createdAt());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void every_step_announces_exactly_one_fact_about_this_reservation(Reservation before) {
        for (Step step : Step.values()) {
            take(step, before).ifPresent(changed -> {
                assertThat(changed.events()).hasSize(1);
                assertThat(changed.events().getFirst().subject())
                        .isEqualTo(before.id().value());
                assertThat(changed.events().getFirst().company())
                        .isEqualTo(before.terms().company());
                assertThat(changed.events().getFirst().occurredAt()).isEqualTo(timeOf(step));
            });
        }
    }

    @Test
    void what_was_called_off_or_missed_holds_no_vehicle() {
        assertThat(endedReservations().stream()
                        .filter(ended -> ended.occupancy().isEmpty())
                        .map(Reservation::status))
                .containsExactly(ReservationStatus.CANCELLED, ReservationStatus.NO_SHOW);
    }

    private static Instant timeOf(Step step) {
        return switch (step) {
            case RESCHEDULE, CHANGE_VEHICLE, CANCEL -> at(8, 0);
            case START -> at(9, 0);
            case RETURN, FORCE_RETURN, HAND_OVER -> at(10, 0);
            case MARK_NO_SHOW -> at(9, 30);
            case RECORD_LATE_RETURN -> at(11, 0);
        };
    }

    private static Optional<ReservationStatus> after(Step step, Reservation before) {
        return take(step, before).map(changed -> changed.reservation().status());
    }

    /** What an application does with a step: it asks the state whether it offers it, and then takes it. */
    private static Optional<Changed<? extends Reservation>> take(Step step, Reservation before) {
        Instant now = timeOf(step);
        Surroundings besideAnother = around(aVehicle(OTHER_SONATA, aDescription()));
        return switch (step) {
            case RESCHEDULE -> taken(before.rescheduled(hours(9, 12), aFreeDay(), now));
            case CHANGE_VEHICLE ->
                taken(before.waitingFor(step).then(waiting -> waiting.changeVehicle(besideAnother, now)));
            case CANCEL -> taken(before.waitingFor(step).map(waiting -> waiting.cancel(now)));
            case START -> taken(before.waitingFor(step).then(waiting -> waiting.start(ODOMETER, aFreeDay(), now)));
            case RETURN ->
                taken(before.runningFor(step).then(running -> running.returnVehicle(ODOMETER, aSchedule(), now)));
            case FORCE_RETURN ->
                taken(before.runningFor(step).then(running -> running.forceReturn(null, aSchedule(), now)));
            case MARK_NO_SHOW -> taken(before.waitingFor(step).then(waiting -> waiting.lapse(aFreeDay(), now)));
            case RECORD_LATE_RETURN ->
                taken(before.runningFor(step)
                        .then(running -> running.recordLateReturn(aSchedule(), now))
                        .map(Optional::orElseThrow));
            case HAND_OVER -> taken(before.runningFor(step).then(running -> running.handTo(LEE, aFreeDay(), now)));
        };
    }

    /** Any refusal but that of the life cycle itself is a mistake of this test. */
    private static Optional<Changed<? extends Reservation>> taken(
            Decision<? extends Changed<? extends Reservation>, ReservationRefusal> decision) {
        return decision.fold(Optional::of, because -> {
            assertThat(because).isInstanceOf(NotPossibleNow.class);
            return Optional.empty();
        });
    }

    private static String row(Function<Reservation, String> cell) {
        int[] widths = {9, 14, 8, 14, 9, 7};
        List<Reservation> states = everyState();
        return IntStream.range(0, states.size())
                        .mapToObj(i -> ("%-" + widths[i] + "s").formatted(cell.apply(states.get(i))))
                        .collect(joining(" | "))
                + " |\n";
    }
}
