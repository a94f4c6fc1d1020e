package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.aCompany;
import static io.motorpool.domain.company.Fixtures.aMember;
import static io.motorpool.domain.fleet.Fixtures.SEATS;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.aDescription;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.reservation.Fixtures.MONDAY_8AM;
import static io.motorpool.domain.reservation.Fixtures.NOTHING;
import static io.motorpool.domain.reservation.Fixtures.aFreeAgenda;
import static io.motorpool.domain.reservation.Fixtures.aTrip;
import static io.motorpool.domain.reservation.Fixtures.anAgendaWith;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.heldBack;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.reservation.Relocation.Candidate;
import io.motorpool.domain.reservation.Relocation.Displaced;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent.VehicleChanged;
import io.motorpool.domain.reservation.ReservationRefusal.NotRelocatable;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RelocationTest {

    private static final VehicleId FIRST = new VehicleId(new UUID(4, 11));
    private static final VehicleId SECOND = new VehicleId(new UUID(4, 12));

    @Test
    void a_reservation_goes_to_the_first_vehicle_that_can_take_it() {
        List<Changed<Reserved>> moves = accepted(plan(
                List.of(displaced(1, hours(9, 11))),
                List.of(candidate(FIRST, heldBack(hours(10, 12))), candidate(SECOND, heldBack(hours(11, 12))))));

        assertThat(moves).hasSize(1);
        assertThat(moves.getFirst().reservation().terms().vehicle()).isEqualTo(SECOND);
        assertThat(moves.getFirst().reservation().terms().period()).isEqualTo(hours(9, 11));
        assertThat(moves.getFirst().events())
                .containsExactly(new VehicleChanged(reservation(1), HANBIT, SONATA, SECOND, MONDAY_8AM));
    }

    @Test
    void two_that_overlap_go_to_two_vehicles_and_two_that_follow_each_other_to_one() {
        assertThat(vehiclesOf(accepted(plan(
                        List.of(displaced(1, hours(9, 11)), displaced(2, hours(10, 12)), displaced(3, hours(11, 12))),
                        List.of(candidate(FIRST), candidate(SECOND))))))
                .containsExactly(FIRST, SECOND, FIRST);
    }

    @Test
    void if_one_stays_in_the_way_none_moves_and_every_one_that_stays_is_named() {
        assertThat(refused(plan(
                        List.of(displaced(1, hours(9, 11)), displaced(2, hours(10, 12)), displaced(3, hours(10, 11))),
                        List.of(candidate(FIRST)))))
                .isEqualTo(new NotRelocatable(List.of(reservation(2), reservation(3))));
    }

    @Test
    void a_reservation_that_is_already_running_stays_in_the_way() {
        Displaced running = new Displaced(aTrip(hours(9, 11)), aMember(), aFreeAgenda());

        assertThat(refused(plan(List.of(running), List.of(candidate(FIRST)))))
                .isEqualTo(new NotRelocatable(List.of(running.reservation().id())));
    }

    @Test
    void a_driver_who_could_not_have_the_other_vehicle_stays_in_the_way() {
        Displaced withoutDriver = new Displaced(waiting(1, hours(9, 11)), null, aFreeAgenda());
        Displaced busy = new Displaced(waiting(2, hours(9, 11)), aMember(), anAgendaWith(hours(10, 12)));

        assertThat(refused(plan(List.of(withoutDriver, busy), List.of(candidate(FIRST), candidate(SECOND)))))
                .isEqualTo(new NotRelocatable(List.of(reservation(1), reservation(2))));
    }

    @Test
    void where_nothing_is_displaced_nothing_moves() {
        assertThat(accepted(plan(List.of(), List.of(candidate(FIRST))))).isEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatever_moves_fits_together_and_nobody_is_dropped(@ForAll("periods") List<Period> periods) {
        List<Displaced> displaced = IntStream.range(0, periods.size())
                .mapToObj(i -> displaced(i, periods.get(i)))
                .toList();

        switch (plan(displaced, List.of(candidate(FIRST), candidate(SECOND)))) {
            case Decision.Accepted<List<Changed<Reserved>>, ReservationRefusal>(var moves) -> {
                assertThat(moves.stream().map(move -> move.reservation().id()))
                        .containsExactlyElementsOf(idsOf(displaced));
                assertNothingOverlaps(moves);
            }
            case Decision.Refused<List<Changed<Reserved>>, ReservationRefusal>(var because) -> {
                assertThat(because).isInstanceOf(NotRelocatable.class);
                assertThat(((NotRelocatable) because).reservations())
                        .isNotEmpty()
                        .isSubsetOf(idsOf(displaced));
            }
        }
    }

    @Provide("periods")
    Arbitrary<List<Period>> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(9, 20),
                        Arbitraries.integers().between(1, 3))
                .as((from, length) -> hours(from, from + length))
                .list()
                .ofMaxSize(6);
    }

    private static void assertNothingOverlaps(List<Changed<Reserved>> moves) {
        Map<VehicleId, List<Period>> held = new HashMap<>();
        for (Changed<Reserved> move : moves) {
            Occupancy occupancy = move.reservation().occupancy().orElseThrow();
            List<Period> others = held.computeIfAbsent(occupancy.vehicle(), _ -> new ArrayList<>());
            assertThat(others).noneMatch(occupancy.held()::overlaps);
            others.add(occupancy.held());
        }
    }

    private static Decision<List<Changed<Reserved>>, ReservationRefusal> plan(
            List<Displaced> displaced, List<Candidate> candidates) {
        return Relocation.plan(aCompany(), displaced, candidates, MONDAY_8AM);
    }

    private static Displaced displaced(int number, Period period) {
        return new Displaced(waiting(number, period), aMember(), aFreeAgenda());
    }

    private static Reserved waiting(int number, Period period) {
        return new Reserved(
                new ReservationTerms(reservation(number), HANBIT, SONATA, KIM, period, NOTHING, false, at(7, 0)),
                false,
                period.start().plus(ReservationPolicy.NO_SHOW_GRACE));
    }

    private static ReservationId reservation(int number) {
        return new ReservationId(new UUID(10, number));
    }

    private static Candidate candidate(VehicleId vehicle, Occupancy... occupancies) {
        return new Candidate(
                aVehicle(vehicle, aDescription(SEATS, NOTHING)), new VehicleSchedule(vehicle, List.of(occupancies)));
    }

    private static List<ReservationId> idsOf(List<Displaced> displaced) {
        return displaced.stream().map(each -> each.reservation().id()).toList();
    }

    private static List<VehicleId> vehiclesOf(List<Changed<Reserved>> moves) {
        return moves.stream().map(move -> move.reservation().terms().vehicle()).toList();
    }
}
