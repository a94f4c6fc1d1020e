package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.aFormerMember;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.aFreeDay;
import static io.motorpool.domain.reservation.Fixtures.aLateTrip;
import static io.motorpool.domain.reservation.Fixtures.aTrip;
import static io.motorpool.domain.reservation.Fixtures.anAgendaWith;
import static io.motorpool.domain.reservation.Fixtures.around;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.withDriver;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.ReservationRefusal.DriverBusy;
import io.motorpool.domain.reservation.ReservationRefusal.DriverNotEligible;
import io.motorpool.domain.reservation.ReservationRefusal.Lack;
import org.junit.jupiter.api.Test;

class HandingOverTest {

    @Test
    void a_colleague_drives_on_and_nothing_else_changes() {
        InUse trip = aTrip(hours(9, 18));

        Changed<InUse> changed = accepted(trip.handTo(LEE, aFreeDay(), at(12, 0)));

        assertThat(changed.reservation())
                .isEqualTo(new InUse(trip.terms().drivenBy(LEE), trip.departure(), trip.keptUntil()));
        assertThat(changed.events())
                .containsExactly(new ReservationEvent.DriverChanged(RESERVATION, HANBIT, SONATA, KIM, LEE, at(12, 0)));
    }

    @Test
    void a_vehicle_that_is_late_keeps_its_place_when_it_is_handed_over() {
        InUse late = aLateTrip(hours(9, 11), at(11, 40));

        assertThat(accepted(late.handTo(LEE, aFreeDay(), at(11, 20)))
                        .reservation()
                        .keptUntil())
                .isEqualTo(at(11, 40));
    }

    @Test
    void a_colleague_who_drives_elsewhere_takes_nothing_over() {
        assertThat(refused(aTrip(hours(9, 18)).handTo(LEE, around(anAgendaWith(hours(17, 19))), at(12, 0))))
                .isEqualTo(new DriverBusy(hours(17, 19)));
    }

    @Test
    void a_colleague_takes_over_only_what_they_could_have_reserved() {
        assertThat(refused(aTrip(hours(9, 18)).handTo(LEE, withDriver(aFormerMember()), at(12, 0))))
                .isEqualTo(new DriverNotEligible(Lack.NOT_A_MEMBER));
    }
}
