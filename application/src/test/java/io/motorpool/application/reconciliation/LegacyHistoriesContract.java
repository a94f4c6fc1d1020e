package io.motorpool.application.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.NINE;
import static io.motorpool.application.reconciliation.LegacyFixtures.aNumber;
import static io.motorpool.application.reconciliation.LegacyFixtures.cancelled;
import static io.motorpool.application.reconciliation.LegacyFixtures.created;
import static io.motorpool.application.reconciliation.LegacyFixtures.event;
import static io.motorpool.application.reconciliation.LegacyFixtures.hours;
import static io.motorpool.application.reconciliation.LegacyFixtures.returned;
import static io.motorpool.application.reconciliation.LegacyFixtures.started;
import static io.motorpool.application.reconciliation.LegacyFixtures.updated;
import static io.motorpool.application.reconciliation.LegacyFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reconciliation.LegacyHistories.Heard;
import io.motorpool.application.reconciliation.LegacyHistories.Waiting;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reconciliation.ShadowComparison;
import io.motorpool.domain.reconciliation.Verdict;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every keeper of legacy histories promises. Other tests' reservations may wait in the same store: every test looks for its
 * own.
 */
public interface LegacyHistoriesContract extends PortContract {

    int MANY = 100_000;

    LegacyHistories histories();

    @Test
    default void changes_of_every_kind_are_found_as_they_were_heard() {
        LegacyNumber number = aNumber();
        LegacyRow row = aRow();
        LegacyRow returned = new LegacyRow(
                row.company(),
                row.vehicle(),
                row.driver(),
                row.period(),
                true,
                ReservationStatus.RETURNED,
                NINE,
                new Odometer(1),
                NINE.plusSeconds(60),
                new Odometer(2));
        List<ChangeEvent> events = List.of(
                created(number, row),
                updated(number, returned),
                event(number, new Updated(new Image.Unreadable("{}", "no end"))),
                event(number, new Read(new Image.Readable(returned))),
                event(number, new Deleted()));

        assertThat(hear(events, NINE)).isEqualTo(5);

        assertThat(around(number)).containsExactlyInAnyOrderElementsOf(events);
        assertThat(around(aNumber())).isEmpty();
    }

    @Test
    default void what_was_heard_before_changes_nothing() {
        LegacyNumber number = aNumber();
        ChangeEvent booked = created(number, aRow());
        assertThat(hear(List.of(booked, booked), NINE)).isEqualTo(1);
        assertThat(settle(waitingOf(number).orElseThrow())).isTrue();

        assertThat(hear(List.of(booked), NINE.plusSeconds(10))).isZero();

        assertThat(around(number)).containsExactly(booked);
        assertThat(waitingOf(number)).isEmpty();
    }

    @Test
    default void around_a_reservation_is_whoever_shares_its_vehicle_or_driver_at_about_the_same_time() {
        LegacyNumber number = aNumber();
        LegacyRow row = aRow();
        LegacyRow sameVehicle = waiting(row.company(), row.vehicle(), aDriver(), hours(13, 14));
        LegacyRow sameDriver = waiting(row.company(), aVehicle(), row.driver(), hours(13, 14));
        ChangeEvent booked = created(number, row);
        ChangeEvent onVehicle = created(aNumber(), sameVehicle);
        LegacyNumber withDriver = aNumber();
        ChangeEvent before = created(withDriver, aRow());
        ChangeEvent later = updated(withDriver, sameDriver);
        ChangeEvent stranger = created(aNumber(), aRow());
        int _ = hear(List.of(booked, onVehicle, before, later, stranger), NINE);

        assertThat(around(number)).containsExactlyInAnyOrder(booked, onVehicle, before, later);
    }

    @Test
    default void around_several_is_what_is_around_any_of_them_once() {
        LegacyNumber one = aNumber();
        LegacyNumber another = aNumber();
        LegacyRow row = aRow();
        ChangeEvent booked = created(one, row);
        ChangeEvent elsewhere = created(another, aRow());
        ChangeEvent onVehicle = created(aNumber(), waiting(row.company(), row.vehicle(), aDriver(), hours(13, 14)));
        ChangeEvent removed = event(another, new Deleted());
        int _ = hear(List.of(booked, elsewhere, onVehicle, removed, created(aNumber(), aRow())), NINE);

        assertThat(inTransaction(() -> histories().around(List.of(one, another))))
                .containsExactlyInAnyOrder(booked, elsewhere, onVehicle, removed);
    }

    @Test
    default void around_a_reservation_is_whoever_never_brought_its_vehicle_back() {
        LegacyNumber number = aNumber();
        LegacyNumber neverBack = aNumber();
        LegacyRow row = aRow();
        LegacyRow waiting = waiting(row.company(), row.vehicle(), aDriver(), hours(-400, -390));
        List<ChangeEvent> out = List.of(
                created(neverBack, waiting),
                updated(neverBack, started(waiting, 10)),
                event(neverBack, new Updated(new Image.Unreadable("{}", "no end"))));
        LegacyRow other = waiting(row.company(), row.vehicle(), aDriver(), hours(-300, -290));
        ChangeEvent highest = created(aNumber(), returned(other, 20, 30));
        ChangeEvent booked = created(number, row);
        int _ = hear(Stream.concat(out.stream(), Stream.of(highest, booked)).toList(), NINE);

        assertThat(around(number)).containsAll(out).contains(booked);
    }

    @Test
    default void around_a_reservation_is_whoever_had_noted_the_highest_reading_of_its_vehicle_by_then() {
        LegacyNumber number = aNumber();
        LegacyNumber highest = aNumber();
        LegacyNumber corrected = aNumber();
        LegacyNumber removed = aNumber();
        LegacyRow row = aRow();
        LegacyRow early = waiting(row.company(), row.vehicle(), aDriver(), hours(-400, -390));
        LegacyRow late = waiting(row.company(), row.vehicle(), aDriver(), hours(400, 410));
        List<ChangeEvent> noted = List.of(created(highest, returned(early, 10, 20)));
        List<ChangeEvent> others = List.of(
                created(corrected, returned(early, 10, 90)),
                updated(corrected, returned(early, 10, 19)),
                created(removed, returned(early, 10, 95)),
                event(removed, new Deleted()));
        ChangeEvent booked = created(number, row);
        ChangeEvent afterwards = created(aNumber(), returned(late, 10, 99));
        int _ = hear(
                Stream.of(noted, others, List.of(booked, afterwards))
                        .flatMap(List::stream)
                        .toList(),
                NINE);

        assertThat(around(number)).containsAll(noted).contains(booked);
    }

    /** The promise that the others are examples of. */
    @Test
    default void what_is_around_gives_the_verdict_that_everything_would_give() {
        for (long seed = 1; seed <= 12; seed++) {
            ManyReservations many = new ManyReservations(seed);
            List<ChangeEvent> everything = many.changes(250);
            int _ = hear(everything, NINE);
            List<LegacyNumber> numbers =
                    everything.stream().map(ChangeEvent::number).distinct().toList();
            Map<LegacyNumber, Verdict> expected = ShadowComparison.of(numbers, everything, many.masters());

            for (LegacyNumber number : numbers) {
                assertThat(ShadowComparison.of(number, around(number), many.masters()))
                        .as("%s of seed %d", number, seed)
                        .hasValue(expected.get(number));
            }
            assertThat(ShadowComparison.of(
                            numbers, inTransaction(() -> histories().around(numbers)), many.masters()))
                    .isEqualTo(expected);
        }
    }

    @Test
    default void of_several_that_are_settled_those_go_on_waiting_of_which_something_new_was_heard() {
        LegacyNumber one = aNumber();
        LegacyNumber another = aNumber();
        LegacyRow row = aRow();
        int _ = hear(List.of(created(one, aRow()), created(another, row)), NINE);
        List<Waiting> both =
                List.of(waitingOf(one).orElseThrow(), waitingOf(another).orElseThrow());
        int _ = hear(List.of(updated(another, cancelled(row))), NINE);

        assertThat(inTransaction(() -> histories().settle(both))).containsExactly(one);
        assertThat(waitingOf(one)).isEmpty();
        assertThat(waitingOf(another)).isPresent();
    }

    @Test
    default void it_waits_until_nothing_new_was_heard_for_a_while() {
        LegacyNumber number = aNumber();
        LegacyRow row = aRow();
        int _ = hear(List.of(created(number, row)), NINE);
        int _ = hear(List.of(updated(number, cancelled(row))), NINE.plusSeconds(30));

        assertThat(quiet(number, NINE.plusSeconds(29))).isEmpty();
        assertThat(quiet(number, NINE.plusSeconds(30))).isPresent();
    }

    @Test
    default void those_that_share_a_vehicle_with_one_that_waited_long_come_before_others() {
        Instant ago = Instant.parse("1990-01-01T00:00:00Z");
        LegacyNumber first = aNumber();
        LegacyNumber elsewhere = aNumber();
        LegacyNumber sameVehicle = aNumber();
        LegacyRow row = aRow();
        LegacyRow next = waiting(row.company(), row.vehicle(), aDriver(), hours(20, 21));
        int _ = hear(List.of(created(first, row)), ago);
        int _ = hear(List.of(created(elsewhere, aRow())), ago.plusSeconds(1));
        int _ = hear(List.of(created(sameVehicle, next)), ago.plusSeconds(2));

        List<Waiting> two = inTransaction(() -> histories().quiet(ago.plusSeconds(2), 2));
        List<Waiting> all = inTransaction(() -> histories().quiet(ago.plusSeconds(2), MANY));

        assertThat(two).extracting(Waiting::number).containsExactly(first, sameVehicle);
        assertThat(all).extracting(Waiting::number).containsExactlyInAnyOrder(first, elsewhere, sameVehicle);
        assertThat(inTransaction(() -> histories().settle(all))).hasSize(3);
    }

    @Test
    default void at_the_watermark_it_does_not_matter_how_short_ago_it_was() {
        LegacyNumber number = aNumber();
        LegacyNumber later = aNumber();
        ChangeEvent booked = created(number, aRow());
        ChangeEvent after = created(later, aRow());
        int _ = hear(List.of(booked, after), NINE);

        List<LegacyNumber> due = inTransaction(() -> histories().upTo(booked.position(), MANY)).stream()
                .map(Waiting::number)
                .toList();

        assertThat(due).contains(number).doesNotContain(later);
        assertThat(inTransaction(() -> histories().waits(booked.position()))).isTrue();
    }

    @Test
    default void a_late_change_lets_those_wait_again_that_changed_after_it_and_could_have_met_it() {
        LegacyNumber late = aNumber();
        LegacyNumber before = aNumber();
        LegacyNumber after = aNumber();
        LegacyNumber elsewhere = aNumber();
        LegacyRow row = aRow();
        ChangeEvent first = created(before, waiting(row.company(), row.vehicle(), aDriver(), hours(20, 21)));
        ChangeEvent missing = created(late, row);
        ChangeEvent last = created(after, waiting(row.company(), row.vehicle(), aDriver(), hours(22, 23)));
        ChangeEvent stranger = created(elsewhere, aRow());
        int _ = hear(List.of(first, last, stranger), NINE);
        List.of(before, after, elsewhere)
                .forEach(number ->
                        assertThat(settle(waitingOf(number).orElseThrow())).isTrue());

        int _ = hear(List.of(missing), NINE);

        assertThat(waitingOf(late)).isPresent();
        assertThat(waitingOf(after)).isPresent();
        assertThat(waitingOf(before)).isEmpty();
        assertThat(waitingOf(elsewhere)).isEmpty();
    }

    @Test
    default void whoever_compared_an_older_history_does_not_settle_it() {
        LegacyNumber number = aNumber();
        LegacyRow row = aRow();
        int _ = hear(List.of(created(number, row)), NINE);
        Waiting old = waitingOf(number).orElseThrow();
        int _ = hear(List.of(updated(number, cancelled(row))), NINE);

        assertThat(settle(old)).isFalse();
        assertThat(settle(waitingOf(number).orElseThrow())).isTrue();
        assertThat(waitingOf(number)).isEmpty();
    }

    @Test
    default void of_several_who_settle_at_once_one_does() {
        LegacyNumber number = aNumber();
        int _ = hear(List.of(created(number, aRow())), NINE);
        Waiting waiting = waitingOf(number).orElseThrow();

        assertThat(AtOnce.times(6, () -> settle(waiting))).containsOnlyOnce(true);
    }

    @Test
    default void nobody_waits_before_anything_has_happened() {
        assertThat(inTransaction(() -> histories().waits(new Position(-1, 0)))).isFalse();
    }

    @Test
    default void replaying_from_a_position_lets_everything_wait_that_changed_there_or_later() {
        LegacyNumber before = aNumber();
        LegacyNumber after = aNumber();
        int _ = hear(List.of(created(before, aRow())), NINE);
        ChangeEvent later = created(after, aRow());
        int _ = hear(List.of(later), NINE);
        assertThat(settle(waitingOf(before).orElseThrow())).isTrue();
        assertThat(settle(waitingOf(after).orElseThrow())).isTrue();

        assertThat(inTransaction(() -> histories().reopen(later.position(), NINE)))
                .isPositive();

        assertThat(waitingOf(after)).isPresent();
        assertThat(waitingOf(before)).isEmpty();
    }

    @Test
    default void it_is_counted_what_was_heard_and_what_waits() {
        Instant future = Instant.parse("2090-01-01T00:00:00Z");
        Heard before = heard(future);
        int _ = hear(List.of(created(aNumber(), aRow()), created(aNumber(), aRow())), future);
        Heard after = heard(future);

        assertThat(after.events() - before.events()).isEqualTo(2);
        assertThat(after.waiting()).isGreaterThanOrEqualTo(2);
        assertThat(after.first()).hasValueSatisfying(first -> assertThat(first).isBeforeOrEqualTo(future));
    }

    private static LegacyRow aRow() {
        return waiting(new CompanyId(Ids.next()), aVehicle(), aDriver(), hours(9, 11));
    }

    private static VehicleId aVehicle() {
        return new VehicleId(Ids.next());
    }

    private static UserId aDriver() {
        return new UserId(Ids.next());
    }

    private int hear(List<ChangeEvent> events, Instant now) {
        return inTransaction(() -> histories().hear(events, now));
    }

    private List<ChangeEvent> around(LegacyNumber number) {
        return inTransaction(() -> histories().around(List.of(number)));
    }

    private Optional<Waiting> quiet(LegacyNumber number, Instant since) {
        return inTransaction(() -> histories().quiet(since, MANY)).stream()
                .filter(waiting -> waiting.number().equals(number))
                .findFirst();
    }

    private Optional<Waiting> waitingOf(LegacyNumber number) {
        return quiet(number, Instant.parse("2099-01-01T00:00:00Z"));
    }

    private boolean settle(Waiting waiting) {
        return inTransaction(() -> histories().settle(List.of(waiting))).contains(waiting.number());
    }

    private Heard heard(Instant since) {
        return inTransaction(() -> histories().heard(since));
    }
}
