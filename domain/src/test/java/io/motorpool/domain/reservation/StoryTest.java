package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.aCompany;
import static io.motorpool.domain.company.Fixtures.aMember;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.TURNAROUND;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.reservation.Fixtures.MONDAY_8AM;
import static io.motorpool.domain.reservation.Fixtures.aFreeDay;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAtRisk;
import io.motorpool.domain.reservation.ReservationEvent.ReservationRiskCleared;
import io.motorpool.domain.reservation.ReservationEvent.ReservationStarted;
import io.motorpool.domain.reservation.ReservationEvent.ReturnOverdue;
import io.motorpool.domain.reservation.ReservationEvent.VehicleReserved;
import io.motorpool.domain.reservation.ReservationEvent.VehicleReturned;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleStillOut;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A whole Monday of one vehicle, with the clock moved by hand. */
class StoryTest {

    private static final ReservationId MORNING = new ReservationId(new UUID(7, 11));
    private static final ReservationId NOON = new ReservationId(new UUID(7, 12));
    private static final Odometer AFTER_THE_MORNING = new Odometer(ODOMETER.km() + 80);

    private final List<ReservationEvent> announced = new ArrayList<>();
    private VehicleSchedule schedule = aSchedule();

    @Test
    void a_vehicle_that_comes_back_late_is_waited_for_and_then_driven_by_the_next() {
        Reserved morning =
                follow(accepted(Reservation.reserve(terms(MORNING, KIM, hours(9, 11)), around(KIM), MONDAY_8AM)));
        Reserved noon = follow(accepted(Reservation.reserve(
                terms(NOON, LEE, new Period(at(11, 30), at(13, 0))), around(LEE), at(8, 10))));

        InUse driven = follow(accepted(morning.start(ODOMETER, around(KIM), at(9, 5))));
        assertThat(refused(noon.start(AFTER_THE_MORNING, around(LEE), at(11, 30))))
                .isEqualTo(new VehicleStillOut());

        InUse late =
                follow(accepted(driven.recordLateReturn(schedule, at(11, 1))).orElseThrow());
        Reserved warned = follow(noon.flagAtRisk(at(11, 1)).orElseThrow());
        assertThat(accepted(late.recordLateReturn(schedule, at(11, 2)))).isEmpty();
        assertThat(warned.flagAtRisk(at(11, 2))).isEmpty();
        assertThat(refused(warned.lapse(aFreeDay(), at(12, 5)))).isEqualTo(new VehicleStillOut());

        Returned returned = follow(accepted(late.returnVehicle(AFTER_THE_MORNING, schedule, at(12, 10))));
        assertThat(returned.occupancy()).isEmpty();
        Reserved relieved = follow(warned.clearRisk(at(12, 10)).orElseThrow());
        assertThat(relieved.noShowFrom()).isEqualTo(at(12, 40));

        InUse drivenAgain = follow(accepted(relieved.start(AFTER_THE_MORNING, around(LEE), at(12, 30))));
        assertThat(refused(Reservation.reserve(
                        terms(new ReservationId(new UUID(7, 13)), KIM, new Period(at(12, 40), at(14, 0))),
                        around(KIM),
                        at(12, 40))))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, new Period(at(11, 30), at(13, 0))));
        Returned home = follow(accepted(drivenAgain.returnVehicle(AFTER_THE_MORNING, schedule, at(12, 45))));

        assertThat(home.occupancy().orElseThrow().held()).isEqualTo(new Period(at(12, 45), at(13, 15)));
        assertThat(schedule.freeWithin(hours(8, 15)))
                .containsExactly(new Period(at(8, 0), at(12, 45)), new Period(at(13, 15), at(15, 0)));
        assertThat(announced)
                .containsExactly(
                        new VehicleReserved(MORNING, HANBIT, SONATA, KIM, hours(9, 11), MONDAY_8AM),
                        new VehicleReserved(NOON, HANBIT, SONATA, LEE, new Period(at(11, 30), at(13, 0)), at(8, 10)),
                        new ReservationStarted(MORNING, HANBIT, SONATA, ODOMETER, at(9, 5)),
                        new ReturnOverdue(MORNING, HANBIT, SONATA, KIM, at(11, 30), at(11, 1)),
                        new ReservationAtRisk(NOON, HANBIT, SONATA, LEE, at(11, 1)),
                        new VehicleReturned(MORNING, HANBIT, SONATA, AFTER_THE_MORNING, at(12, 10)),
                        new ReservationRiskCleared(NOON, HANBIT, SONATA, LEE, at(12, 10)),
                        new ReservationStarted(NOON, HANBIT, SONATA, AFTER_THE_MORNING, at(12, 30)),
                        new VehicleReturned(NOON, HANBIT, SONATA, AFTER_THE_MORNING, at(12, 45)));
    }

    /** What the application does after every step: the schedule follows the reservation, the facts are announced. */
    private <S extends Reservation> S follow(Changed<S> changed) {
        Reservation reservation = changed.reservation();
        schedule = schedule.without(new OccupancyId(reservation.id().value()));
        reservation.occupancy().ifPresent(held -> schedule = accepted(schedule.place(held)));
        announced.addAll(changed.events());
        return changed.reservation();
    }

    private Surroundings around(UserId driver) {
        return new Surroundings(aCompany(), aVehicle(), schedule, aMember(), new DriverAgenda(driver, List.of()));
    }

    private static ReservationTerms terms(ReservationId id, UserId driver, Period period) {
        return new ReservationTerms(id, HANBIT, SONATA, driver, period, TURNAROUND, false, MONDAY_8AM);
    }
}
