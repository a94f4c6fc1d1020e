package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.atRisk;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.started;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.DriverDidNotShow;
import io.motorpool.domain.reservation.ReservationEvent.ReservationCancelled;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal.NoShowTooEarly;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleStillOut;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarkNoShowServiceTest {

    private static final Caller AGENT = aSupportAgent();
    private static final Instant GRACE_IS_OVER = at(9, 0).plus(ReservationPolicy.NO_SHOW_GRACE);

    private final AMotorpool motorpool = new AMotorpool();
    private final MarkNoShow service = motorpool.desk.noShow;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);

    @Test
    void a_driver_who_did_not_come_in_time_loses_the_vehicle_and_it_is_announced() {
        Reserved reservation = motorpool.givenReserved(vehicle, hours(9, 11));
        motorpool.clock.moveTo(GRACE_IS_OVER);

        ReservationView after = accepted(service.markNoShow(motorpool.by(AGENT, reservation)));

        assertThat(after.status()).isEqualTo(ReservationStatus.NO_SHOW);
        assertThat(motorpool.held(vehicle)).isEmpty();
        assertThat(motorpool.traces.facts())
                .containsExactly(new DriverDidNotShow(reservation.id(), company, vehicle.id(), GRACE_IS_OVER));
    }

    @Test
    void a_driver_has_the_whole_grace_to_come() {
        Reserved reservation = motorpool.givenReserved(vehicle, hours(9, 11));
        motorpool.clock.moveTo(GRACE_IS_OVER.minusNanos(1));

        assertThat(refusal(reservation)).isEqualTo(new NoShowTooEarly(GRACE_IS_OVER));
        assertThat(motorpool.held(vehicle)).hasSize(1);
    }

    @Test
    void a_driver_whose_vehicle_is_not_there_is_waited_for_and_called_off_at_the_end() {
        Reserved reservation =
                motorpool.given(atRisk(aReservation(vehicle, motorpool.givenDriver(company), hours(9, 11))));
        motorpool.clock.moveTo(at(11, 0).minusNanos(1));
        assertThat(refusal(reservation)).isEqualTo(new VehicleStillOut());

        motorpool.clock.moveTo(at(11, 0));
        ReservationView after = accepted(service.markNoShow(motorpool.by(AGENT, reservation)));

        assertThat(after.status()).isEqualTo(ReservationStatus.CANCELLED);
        assertThat(motorpool.traces.facts())
                .containsExactly(new ReservationCancelled(reservation.id(), company, vehicle.id(), at(11, 0)));
    }

    /** The sweep for late returns may not have come by yet. */
    @Test
    void a_driver_who_was_not_warned_that_the_vehicle_is_out_is_no_no_show() {
        motorpool.with(started(aReservation(vehicle, motorpool.givenDriver(company), hours(7, 8))));
        Reserved reservation = motorpool.givenReserved(vehicle, hours(9, 11));
        motorpool.clock.moveTo(GRACE_IS_OVER);

        assertThat(refusal(reservation)).isEqualTo(new VehicleStillOut());
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    @Test
    void a_no_show_is_marked_once() {
        Reserved reservation = motorpool.givenReserved(vehicle, hours(9, 11));
        motorpool.clock.moveTo(GRACE_IS_OVER);
        assertThat(accepted(service.markNoShow(motorpool.by(AGENT, reservation)))
                        .id())
                .isEqualTo(reservation.id());

        assertThat(refusal(reservation)).isEqualTo(new NotPossibleNow(ReservationStatus.NO_SHOW, Step.MARK_NO_SHOW));
        assertThat(motorpool.traces.facts()).hasSize(1);
    }

    private Refusal refusal(Reserved reservation) {
        return refused(service.markNoShow(motorpool.by(AGENT, reservation)));
    }
}
