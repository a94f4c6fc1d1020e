package io.motorpool.domain.reservation;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reservation.Fixtures.A_MOMENT;
import static io.motorpool.domain.reservation.Fixtures.RESERVATION;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.cleaning;
import static io.motorpool.domain.reservation.Fixtures.heldBack;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.inTheWorkshop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OccupancyTest {

    private static final Period DRIVEN = hours(9, 11);

    @Test
    void a_reservation_holds_its_vehicle_until_the_turnaround_is_over() {
        Occupancy occupancy = byReservation(at(11, 0), at(11, 30));

        assertThat(occupancy.held()).isEqualTo(new Period(at(9, 0), at(11, 30)));
        assertThat(occupancy.parts())
                .containsExactly(
                        new Taken(OccupancyKind.RESERVATION, DRIVEN),
                        new Taken(OccupancyKind.BUFFER, new Period(at(11, 0), at(11, 30))));
    }

    @Test
    void a_vehicle_without_turnaround_has_no_buffer() {
        assertThat(byReservation(at(11, 0), at(11, 0)).parts())
                .containsExactly(new Taken(OccupancyKind.RESERVATION, DRIVEN));
    }

    @Test
    void a_late_vehicle_is_still_explained_as_reserved() {
        assertThat(byReservation(at(11, 40), at(11, 40)).parts())
                .containsExactly(new Taken(OccupancyKind.RESERVATION, new Period(at(9, 0), at(11, 40))));
    }

    @Test
    void a_reservation_never_gives_its_vehicle_up_before_its_end() {
        assertThatThrownBy(() -> byReservation(at(11, 0).minus(A_MOMENT), at(11, 30)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> byReservation(at(11, 40), at(11, 40).minus(A_MOMENT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_cause_is_explained_by_its_own_kind() {
        assertThat(cleaning(DRIVEN).parts()).containsExactly(new Taken(OccupancyKind.BUFFER, DRIVEN));
        assertThat(inTheWorkshop(DRIVEN).parts()).containsExactly(new Taken(OccupancyKind.MAINTENANCE, DRIVEN));
        assertThat(heldBack(DRIVEN).parts()).containsExactly(new Taken(OccupancyKind.BLOCK, DRIVEN));
    }

    @Test
    void a_reservation_and_the_turnaround_it_leaves_are_forms_of_the_same_occupancy() {
        Occupancy turnaround = new Occupancy.ByTurnaround(RESERVATION, HANBIT, SONATA, hours(10, 11));

        assertThat(byReservation(at(11, 0), at(11, 30)).id()).isEqualTo(new OccupancyId(RESERVATION.value()));
        assertThat(turnaround.id()).isEqualTo(new OccupancyId(RESERVATION.value()));
    }

    @Test
    void the_part_in_the_way_is_the_one_that_is_met() {
        Occupancy occupancy = byReservation(at(11, 0), at(11, 30));

        assertThat(occupancy.inTheWayOf(hours(8, 9))).isEmpty();
        assertThat(occupancy.inTheWayOf(hours(8, 12))).contains(new Taken(OccupancyKind.RESERVATION, DRIVEN));
        assertThat(occupancy.inTheWayOf(hours(11, 12)))
                .contains(new Taken(OccupancyKind.BUFFER, new Period(at(11, 0), at(11, 30))));
        assertThat(occupancy.inTheWayOf(new Period(at(11, 30), at(12, 0)))).isEmpty();
    }

    private static Occupancy byReservation(Instant keptUntil, Instant clearAt) {
        return new Occupancy.ByReservation(RESERVATION, HANBIT, SONATA, KIM, DRIVEN, keptUntil, clearAt, false);
    }
}
