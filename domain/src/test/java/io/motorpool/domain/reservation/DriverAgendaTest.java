package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.NURI;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.reservation.DriverAgenda.Engagement;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DriverAgendaTest {

    private static final ReservationId ANOTHER = new ReservationId(new UUID(9, 9));

    @Test
    void one_driver_cannot_have_two_cars() {
        DriverAgenda agenda = agenda(new Engagement(ANOTHER, HANBIT, hours(9, 11)));

        assertThat(refused(agenda.admits(RESERVATION, HANBIT, hours(10, 12))))
                .isEqualTo(new ReservationRefusal.DriverBusy(hours(9, 11)));
    }

    @Test
    void a_driver_may_go_straight_from_one_car_to_the_next() {
        DriverAgenda agenda = agenda(new Engagement(ANOTHER, HANBIT, hours(9, 11)));

        assertThat(accepted(agenda.admits(RESERVATION, HANBIT, hours(11, 12)))).isEqualTo(agenda);
        assertThat(accepted(agenda.admits(RESERVATION, HANBIT, hours(8, 9)))).isEqualTo(agenda);
    }

    @Test
    void what_the_driver_does_for_another_company_is_not_told() {
        DriverAgenda agenda = agenda(new Engagement(ANOTHER, NURI, hours(9, 11)));

        assertThat(refused(agenda.admits(RESERVATION, HANBIT, hours(10, 12))))
                .isEqualTo(new ReservationRefusal.DriverBusy(null));
    }

    @Test
    void a_reservation_does_not_stand_in_its_own_way() {
        DriverAgenda agenda = agenda(new Engagement(RESERVATION, HANBIT, hours(9, 11)));

        assertThat(accepted(agenda.admits(RESERVATION, HANBIT, hours(10, 12)))).isEqualTo(agenda);
    }

    @Test
    void a_clash_behind_others_that_fit_is_found() {
        DriverAgenda agenda = agenda(
                new Engagement(RESERVATION, HANBIT, hours(9, 11)),
                new Engagement(new ReservationId(new UUID(9, 8)), HANBIT, hours(6, 8)),
                new Engagement(ANOTHER, HANBIT, hours(11, 13)));

        assertThat(refused(agenda.admits(RESERVATION, HANBIT, hours(9, 12))))
                .isEqualTo(new ReservationRefusal.DriverBusy(hours(11, 13)));
    }

    @Property
    void a_driver_is_admitted_exactly_when_the_two_periods_share_no_minute(
            @ForAll @IntRange(min = 0, max = 20) int start,
            @ForAll @IntRange(min = 1, max = 20) int length,
            @ForAll @IntRange(min = 0, max = 20) int otherStart,
            @ForAll @IntRange(min = 1, max = 20) int otherLength) {
        DriverAgenda agenda = agenda(new Engagement(ANOTHER, HANBIT, minutes(otherStart, otherLength)));
        boolean shared = start < otherStart + otherLength && otherStart < start + length;

        assertThat(agenda.admits(RESERVATION, HANBIT, minutes(start, length)).<Boolean>fold(_ -> true, _ -> false))
                .isEqualTo(!shared);
    }

    @Test
    void the_agenda_cannot_be_changed_from_outside() {
        List<Engagement> engagements = new ArrayList<>(List.of(new Engagement(ANOTHER, HANBIT, hours(9, 11))));
        DriverAgenda agenda = new DriverAgenda(KIM, engagements);

        engagements.clear();

        assertThat(agenda.engagements()).hasSize(1);
    }

    private static Period minutes(int start, int length) {
        return new Period(at(9, start), at(9, start + length));
    }

    private static DriverAgenda agenda(Engagement... engagements) {
        return new DriverAgenda(KIM, List.of(engagements));
    }
}
