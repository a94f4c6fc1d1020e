package io.motorpool.domain.reservation;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reservation.Fixtures.A_MOMENT;
import static io.motorpool.domain.reservation.Fixtures.aSchedule;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.heldBack;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.inTheWorkshop;
import static io.motorpool.domain.reservation.Fixtures.outWithAColleague;
import static io.motorpool.domain.reservation.Fixtures.reservedByAColleague;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.reservation.Occupancy.ByDivision.Cause;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * The properties play a random sequence of wishes against the schedule and, beside it, against a sheet of paper with
 * one box for each minute. The day is short, so that wishes touch, overlap and replace each other often.
 */
class VehicleScheduleTest {

    private static final int DAY = 60;

    /** One box a minute; in it, who holds the vehicle and why. */
    private static final class Sheet {

        private record Entry(OccupancyId by, OccupancyKind kind) {}

        private final Map<Integer, Entry> boxes = new HashMap<>();

        boolean hasRoomFor(Wish wish) {
            return wish.minutes().allMatch(minute -> {
                Entry entry = boxes.get(minute);
                return entry == null || entry.by().equals(wish.id());
            });
        }

        void write(Wish wish) {
            erase(wish.id());
            wish.minutes().forEach(minute -> boxes.put(minute, new Entry(wish.id(), wish.kindAt(minute))));
        }

        void erase(OccupancyId id) {
            boxes.values().removeIf(entry -> entry.by().equals(id));
        }

        Optional<OccupancyKind> kindAt(int minute) {
            return Optional.ofNullable(boxes.get(minute)).map(Entry::kind);
        }

        /** The first minute of the wish that somebody else holds. */
        int firstTaken(Wish wish) {
            return wish.minutes()
                    .filter(minute -> Optional.ofNullable(boxes.get(minute))
                            .filter(entry -> !entry.by().equals(wish.id()))
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Somebody wants the vehicle for some minutes, and it needs some more to be cleaned afterwards. */
    private record Wish(int number, OccupancyKind kind, int start, int length, int turnaround) {

        OccupancyId id() {
            return new OccupancyId(new UUID(9, number));
        }

        int end() {
            return start + length + (kind == OccupancyKind.RESERVATION ? turnaround : 0);
        }

        IntStream minutes() {
            return IntStream.range(start, end());
        }

        OccupancyKind kindAt(int minute) {
            return minute < start + length ? kind : OccupancyKind.BUFFER;
        }

        Occupancy occupancy() {
            Period period = VehicleScheduleTest.minutes(start, start + length);
            ReservationId reservation = new ReservationId(id().value());
            return switch (kind) {
                case RESERVATION ->
                    new Occupancy.ByReservation(
                            reservation, HANBIT, SONATA, KIM, period, period.end(), minute(end()), false);
                case BUFFER -> new Occupancy.ByTurnaround(reservation, HANBIT, SONATA, period);
                case MAINTENANCE -> new Occupancy.ByDivision(id(), HANBIT, SONATA, Cause.MAINTENANCE, period);
                case BLOCK -> new Occupancy.ByDivision(id(), HANBIT, SONATA, Cause.BLOCK, period);
            };
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_wish_is_accepted_exactly_when_every_minute_of_it_is_free(@ForAll("days") List<Wish> wishes) {
        VehicleSchedule schedule = aSchedule();
        Sheet sheet = new Sheet();
        for (Wish wish : wishes) {
            Decision<VehicleSchedule, ReservationRefusal> decision = schedule.place(wish.occupancy());

            assertThat(decision instanceof Decision.Accepted).isEqualTo(sheet.hasRoomFor(wish));

            if (decision instanceof Decision.Accepted<VehicleSchedule, ReservationRefusal>(var placed)) {
                assertThat(placed.occupancies()).contains(wish.occupancy());
                assertNothingOverlaps(placed);
                schedule = placed;
                sheet.write(wish);
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_refusal_names_the_kind_and_the_interval_that_is_met_first(
            @ForAll("days") List<Wish> wishes, @ForAll("wishes") Wish last) {
        Sheet sheet = new Sheet();
        VehicleSchedule schedule = scheduleOf(wishes, sheet);

        if (schedule.place(last.occupancy())
                instanceof
                Decision.Refused<VehicleSchedule, ReservationRefusal>(VehicleTaken(var kind, var inTheWay))) {
            int met = sheet.firstTaken(last);
            assertThat(sheet.kindAt(met)).contains(kind);
            assertThat(inTheWay.contains(minute(met))).isTrue();
            assertThat(schedule.takenWithin(theDay())).contains(new Taken(kind, inTheWay));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void free_and_taken_share_a_period_between_them_without_a_gap_and_without_overlap(
            @ForAll("days") List<Wish> wishes, @ForAll("periods") Period period) {
        Sheet sheet = new Sheet();
        VehicleSchedule schedule = scheduleOf(wishes, sheet);
        List<Period> free = schedule.freeWithin(period);
        List<Taken> taken = schedule.takenWithin(period);

        assertThat(IntStream.range(0, 3 * DAY).filter(m -> period.contains(minute(m))))
                .allSatisfy(m -> {
                    assertThat(free.stream().filter(stretch -> stretch.contains(minute(m))))
                            .hasSize(sheet.kindAt(m).isEmpty() ? 1 : 0);
                    assertThat(taken.stream()
                                    .filter(part -> part.period().contains(minute(m)))
                                    .map(Taken::kind))
                            .isEqualTo(sheet.kindAt(m).stream().toList());
                });
        assertThat(free).allMatch(period::contains);
        assertThat(taken).allMatch(part -> part.period().overlaps(period));
        assertInOrder(free);
        assertInOrder(taken.stream().map(Taken::period).toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void two_free_stretches_always_have_something_between_them(
            @ForAll("days") List<Wish> wishes, @ForAll("periods") Period period) {
        List<Period> free = scheduleOf(wishes, new Sheet()).freeWithin(period);

        assertThat(IntStream.range(1, free.size()))
                .allMatch(i -> free.get(i - 1).end().isBefore(free.get(i).start()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void every_free_stretch_can_be_had(@ForAll("days") List<Wish> wishes, @ForAll("periods") Period period) {
        VehicleSchedule schedule = scheduleOf(wishes, new Sheet());

        assertThat(schedule.freeWithin(period))
                .allSatisfy(
                        stretch -> assertThat(schedule.place(heldBack(stretch))).isInstanceOf(Decision.Accepted.class));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_is_taken_out_leaves_its_minutes_and_nobody_elses(
            @ForAll("days") List<Wish> wishes, @ForAll("wishes") Wish gone) {
        Sheet sheet = new Sheet();
        VehicleSchedule schedule = scheduleOf(wishes, sheet).without(gone.id());
        sheet.erase(gone.id());

        assertThat(IntStream.range(0, 3 * DAY))
                .allSatisfy(m -> assertThat(schedule.takenWithin(minutes(m, m + 1)).stream()
                                .map(Taken::kind)
                                .findFirst())
                        .isEqualTo(sheet.kindAt(m)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_order_in_which_a_schedule_is_read_from_the_store_does_not_matter(@ForAll("days") List<Wish> wishes) {
        VehicleSchedule schedule = scheduleOf(wishes, new Sheet());

        assertThat(new VehicleSchedule(SONATA, schedule.occupancies().reversed()))
                .isEqualTo(schedule);
    }

    @Test
    void a_reservation_may_begin_when_the_turnaround_before_it_ends_and_not_a_moment_earlier() {
        VehicleSchedule schedule = aSchedule(reservedByAColleague(hours(9, 11), at(11, 30)));

        assertThat(schedule.place(heldBack(new Period(at(11, 30), at(12, 0))))).isInstanceOf(Decision.Accepted.class);
        assertThat(refused(schedule.place(heldBack(new Period(at(11, 30).minus(A_MOMENT), at(12, 0))))))
                .isEqualTo(new VehicleTaken(OccupancyKind.BUFFER, new Period(at(11, 0), at(11, 30))));
    }

    @Test
    void the_turnaround_of_the_new_one_must_fit_too() {
        VehicleSchedule schedule = aSchedule(inTheWorkshop(hours(11, 12)));

        assertThat(refused(schedule.place(reservedByAColleague(hours(9, 11), at(11, 30)))))
                .isEqualTo(new VehicleTaken(OccupancyKind.MAINTENANCE, hours(11, 12)));
        assertThat(schedule.place(reservedByAColleague(hours(9, 11)))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void an_earlier_form_of_the_same_occupancy_is_replaced() {
        VehicleSchedule schedule = aSchedule(reservedByAColleague(hours(9, 11)), heldBack(hours(14, 15)));
        Occupancy longer = reservedByAColleague(hours(9, 12));

        assertThat(accepted(schedule.place(longer))).isEqualTo(aSchedule(longer, heldBack(hours(14, 15))));
    }

    @Test
    void room_reaches_to_whatever_holds_the_vehicle_next() {
        Occupancy first = reservedByAColleague(hours(9, 11));
        Occupancy second = heldBack(hours(14, 15));
        VehicleSchedule schedule = aSchedule(second, first);

        assertThat(schedule.roomFrom(at(8, 0), at(10, 0), second.id())).isEqualTo(at(9, 0));
        assertThat(schedule.roomFrom(at(8, 0), at(10, 0), first.id())).isEqualTo(at(10, 0));
        assertThat(schedule.roomFrom(at(11, 0), at(16, 0), first.id())).isEqualTo(at(14, 0));
        assertThat(schedule.roomFrom(at(15, 0), at(16, 0), first.id())).isEqualTo(at(16, 0));
    }

    @Test
    void in_the_time_of_another_there_is_no_room_at_all() {
        VehicleSchedule schedule = aSchedule(reservedByAColleague(hours(9, 11)));

        assertThat(schedule.roomFrom(
                        at(9, 0), at(12, 0), heldBack(hours(14, 15)).id()))
                .isEqualTo(at(9, 0));
        assertThat(schedule.roomFrom(
                        at(10, 0), at(12, 0), heldBack(hours(14, 15)).id()))
                .isEqualTo(at(10, 0));
    }

    @Test
    void a_vehicle_is_out_with_whoever_drives_it_and_not_with_whoever_waits_for_it() {
        Occupancy driving = outWithAColleague(hours(9, 11));
        VehicleSchedule schedule = aSchedule(heldBack(hours(7, 8)), reservedByAColleague(hours(8, 9)), driving);

        assertThat(schedule.outWith(heldBack(hours(7, 8)).id()).map(Occupancy::id))
                .contains(driving.id());
        assertThat(schedule.outWith(driving.id())).isEmpty();
    }

    @Provide
    Arbitrary<List<Wish>> days() {
        return wishes().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Wish> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(OccupancyKind.class),
                        Arbitraries.integers().between(0, DAY),
                        Arbitraries.integers().between(1, DAY / 4),
                        Arbitraries.integers().between(0, DAY / 10))
                .as(Wish::new);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAY),
                        Arbitraries.integers().between(1, DAY))
                .as((start, length) -> minutes(start, start + length));
    }

    /** The schedule that the wishes lead to, with every wish that finds room; the sheet is filled alongside. */
    private static VehicleSchedule scheduleOf(List<Wish> wishes, Sheet sheet) {
        Map<OccupancyId, Occupancy> placed = new HashMap<>();
        wishes.stream().filter(sheet::hasRoomFor).forEach(wish -> {
            sheet.write(wish);
            placed.put(wish.id(), wish.occupancy());
        });
        return new VehicleSchedule(SONATA, List.copyOf(placed.values()));
    }

    private static void assertNothingOverlaps(VehicleSchedule schedule) {
        List<Period> held = schedule.occupancies().stream().map(Occupancy::held).toList();
        assertInOrder(held);
        assertThat(schedule.occupancies().stream().map(Occupancy::id)).doesNotHaveDuplicates();
    }

    private static void assertInOrder(List<Period> periods) {
        assertThat(IntStream.range(1, periods.size()))
                .allMatch(i -> !periods.get(i - 1).end().isAfter(periods.get(i).start()));
    }

    private static Period theDay() {
        return minutes(0, 3 * DAY);
    }

    private static Period minutes(int from, int until) {
        return new Period(minute(from), minute(until));
    }

    private static Instant minute(int minute) {
        return at(0, minute);
    }
}
