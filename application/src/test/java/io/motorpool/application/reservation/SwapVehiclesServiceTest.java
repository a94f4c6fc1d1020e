package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAtRisk;
import io.motorpool.domain.reservation.ReservationEvent.VehicleChanged;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.SameVehicle;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwapVehiclesServiceTest {

    private static final Caller AGENT = aSupportAgent();

    private final AMotorpool motorpool = new AMotorpool();
    private final SwapVehicles service = motorpool.desk.swap;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final Vehicle other = motorpool.givenVehicle(company);
    private final Reserved mine = motorpool.givenReserved(vehicle, hours(9, 11));
    private final Reserved theirs = motorpool.givenReserved(other, hours(10, 12));

    @Test
    void two_reservations_exchange_their_vehicles_and_both_are_announced_and_on_record() {
        ReservationView after = accepted(service.swap(motorpool.by(AGENT, mine), theirs.id()));

        assertThat(after.id()).isEqualTo(mine.id());
        assertThat(after.vehicle()).isEqualTo(other.id());
        assertThat(motorpool.stored(theirs.id()).value().terms().vehicle()).isEqualTo(vehicle.id());
        assertThat(motorpool.held(vehicle)).containsExactly(new Period(at(10, 0), at(12, 20)));
        assertThat(motorpool.held(other)).containsExactly(new Period(at(9, 0), at(11, 20)));
        assertThat(motorpool.traces.facts())
                .containsExactly(
                        new VehicleChanged(mine.id(), company, vehicle.id(), other.id(), MONDAY_8AM),
                        new VehicleChanged(theirs.id(), company, other.id(), vehicle.id(), MONDAY_8AM));
        assertThat(motorpool.traces.deeds())
                .extracting(AuditEntry::subject, AuditEntry::action, AuditEntry::reason)
                .containsExactly(
                        tuple(mine.id().value(), "swap-vehicles", Optional.of(A_REASON)),
                        tuple(theirs.id().value(), "swap-vehicles", Optional.of(A_REASON)));
    }

    /** The one who leaves was next there; who comes in their place is told at once, and not by the next sweep. */
    @Test
    void whoever_is_put_behind_a_vehicle_that_is_late_is_told_at_once() {
        motorpool.with(started(aReservation(other, motorpool.givenDriver(company), new Period(at(7, 0), at(8, 30)))));
        motorpool.clock.moveTo(at(8, 40));

        ReservationView after = accepted(service.swap(motorpool.by(AGENT, mine), theirs.id()));

        assertThat(after.atRisk()).isTrue();
        assertThat(((Reserved) motorpool.stored(theirs.id()).value()).atRisk()).isFalse();
        assertThat(motorpool.traces.facts())
                .contains(new ReservationAtRisk(
                        mine.id(), company, other.id(), mine.terms().driver(), at(8, 40)));
    }

    @Test
    void a_third_reservation_in_the_way_of_either_is_told_and_neither_changes() {
        motorpool.with(aReservation(vehicle, motorpool.givenDriver(company), new Period(at(11, 30), at(13, 0))));

        assertThat(refusal(mine, theirs.id()))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, new Period(at(11, 30), at(13, 0))));
        assertThat(refusal(theirs, mine.id()))
                .isEqualTo(new VehicleTaken(OccupancyKind.RESERVATION, new Period(at(11, 30), at(13, 0))));
        assertThatNothingHappened();
    }

    @Test
    void a_reservation_of_another_company_is_not_there_to_swap_with() {
        Reserved strange = motorpool.givenReserved(motorpool.givenVehicle(motorpool.givenCompany()), hours(9, 11));

        assertThat(refusal(mine, strange.id())).isEqualTo(new NotFound(Thing.RESERVATION));
        assertThat(refusal(mine, new ReservationId(Ids.next()))).isEqualTo(new NotFound(Thing.RESERVATION));
        assertThatNothingHappened();
    }

    @Test
    void a_vehicle_on_the_road_is_not_swapped_from_either_side() {
        Vehicle driven = motorpool.givenVehicle(company);
        InUse running = motorpool.given(started(aReservation(driven, motorpool.givenDriver(company), hours(8, 10))));

        assertThat(refusal(mine, running.id()))
                .isEqualTo(new NotPossibleNow(ReservationStatus.IN_USE, Step.CHANGE_VEHICLE));
        assertThat(refused(service.swap(motorpool.by(AGENT, running), mine.id())))
                .isEqualTo(new NotPossibleNow(ReservationStatus.IN_USE, Step.CHANGE_VEHICLE));
        assertThatNothingHappened();
    }

    @Test
    void nothing_is_swapped_with_itself_or_on_one_vehicle() {
        Reserved later = motorpool.givenReserved(vehicle, hours(15, 16));

        assertThat(refusal(mine, mine.id())).isEqualTo(new SameVehicle());
        assertThat(refusal(mine, later.id())).isEqualTo(new SameVehicle());
        assertThatNothingHappened();
    }

    private Refusal refusal(Reserved first, ReservationId second) {
        return refused(service.swap(motorpool.by(AGENT, first), second));
    }

    private void assertThatNothingHappened() {
        assertThat(motorpool.stored(mine.id())).isEqualTo(new Versioned<>(mine, Version.FIRST));
        assertThat(motorpool.stored(theirs.id())).isEqualTo(new Versioned<>(theirs, Version.FIRST));
        assertThat(motorpool.traces.facts()).isEmpty();
        assertThat(motorpool.traces.deeds()).isEmpty();
    }
}
