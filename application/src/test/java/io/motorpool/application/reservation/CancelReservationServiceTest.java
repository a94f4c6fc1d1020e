package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.ReservationCancelled;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import org.junit.jupiter.api.Test;

class CancelReservationServiceTest {

    private final AMotorpool motorpool = new AMotorpool();
    private final CancelReservation service = motorpool.desk.cancel;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);

    @Test
    void a_cancelled_reservation_frees_its_vehicle_and_its_driver_and_is_announced() {
        Reserved reservation = motorpool.givenReserved(vehicle, hours(9, 11));

        ReservationView after = accepted(service.cancel(motorpool.byDriver(reservation)));

        assertThat(after.status()).isEqualTo(ReservationStatus.CANCELLED);
        assertThat(motorpool.held(vehicle)).isEmpty();
        assertThat(motorpool.traces.facts())
                .containsExactly(new ReservationCancelled(reservation.id(), company, vehicle.id(), MONDAY_8AM));
        motorpool.with(aReservation(vehicle, reservation.terms().driver(), hours(9, 11)));
    }

    @Test
    void what_has_begun_or_ended_is_not_called_off() {
        InUse running = motorpool.given(started(aReservation(vehicle, motorpool.givenDriver(company), hours(9, 11))));
        Reserved other = motorpool.givenReserved(motorpool.givenVehicle(company), hours(9, 11));
        succeeds(service.cancel(motorpool.byDriver(other)));

        assertThat(refused(service.cancel(motorpool.byDriver(running))))
                .isEqualTo(new NotPossibleNow(ReservationStatus.IN_USE, Step.CANCEL));
        assertThat(refused(service.cancel(motorpool.byDriver(other))))
                .isEqualTo(new NotPossibleNow(ReservationStatus.CANCELLED, Step.CANCEL));
    }
}
