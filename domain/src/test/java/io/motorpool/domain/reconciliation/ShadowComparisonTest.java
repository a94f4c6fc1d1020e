package io.motorpool.domain.reconciliation;

import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.NURI;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reconciliation.Fixtures.FIRST;
import static io.motorpool.domain.reconciliation.Fixtures.MASTERS;
import static io.motorpool.domain.reconciliation.Fixtures.SECOND;
import static io.motorpool.domain.reconciliation.Fixtures.at;
import static io.motorpool.domain.reconciliation.Fixtures.created;
import static io.motorpool.domain.reconciliation.Fixtures.deleted;
import static io.motorpool.domain.reconciliation.Fixtures.during;
import static io.motorpool.domain.reconciliation.Fixtures.event;
import static io.motorpool.domain.reconciliation.Fixtures.hours;
import static io.motorpool.domain.reconciliation.Fixtures.in;
import static io.motorpool.domain.reconciliation.Fixtures.reserved;
import static io.motorpool.domain.reconciliation.Fixtures.returned;
import static io.motorpool.domain.reconciliation.Fixtures.started;
import static io.motorpool.domain.reconciliation.Fixtures.updated;
import static io.motorpool.domain.reconciliation.Fixtures.verdict;
import static io.motorpool.domain.reconciliation.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Verdict.DecisionDiff;
import io.motorpool.domain.reconciliation.Verdict.ExtraNew;
import io.motorpool.domain.reconciliation.Verdict.FieldDiff;
import io.motorpool.domain.reconciliation.Verdict.FieldDifference;
import io.motorpool.domain.reconciliation.Verdict.Match;
import io.motorpool.domain.reconciliation.Verdict.Missing;
import io.motorpool.domain.reconciliation.Verdict.MissingNew;
import io.motorpool.domain.reconciliation.Verdict.Unprocessable;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal.DriverBusy;
import io.motorpool.domain.reservation.ReservationRefusal.NoShowTooEarly;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.OdometerRunsBackwards;
import io.motorpool.domain.reservation.ReservationRefusal.OffGrid;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationRefusal.VehicleTaken;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each verdict by an example, decided by the rules that decide about live reservations. */
class ShadowComparisonTest {

    private static final LegacyRow NINE_TO_ELEVEN = waiting(hours(9, 11));

    @Test
    void a_life_that_motorpool_would_have_allowed_matches() {
        LegacyRow out = started(NINE_TO_ELEVEN, at(9, 5), 12_000);

        assertThat(verdict(
                        FIRST,
                        created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN),
                        updated(FIRST, 2, at(8, 10), during(NINE_TO_ELEVEN, hours(9, 12))),
                        updated(FIRST, 3, at(9, 5), during(out, hours(9, 12))),
                        updated(FIRST, 4, at(11, 0), during(returned(out, at(11, 0), 12_040), hours(9, 12)))))
                .isEqualTo(new Match());
    }

    @Test
    void cancelled_no_show_and_another_vehicle_match_when_the_rules_allow_them() {
        ChangeEvent booked = created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN);

        assertThat(verdict(
                        FIRST, booked, updated(FIRST, 2, at(8, 30), in(NINE_TO_ELEVEN, ReservationStatus.CANCELLED))))
                .isEqualTo(new Match());
        assertThat(verdict(FIRST, booked, updated(FIRST, 2, at(9, 30), in(NINE_TO_ELEVEN, ReservationStatus.NO_SHOW))))
                .isEqualTo(new Match());
        assertThat(verdict(FIRST, booked, updated(FIRST, 2, at(8, 30), reserved(OTHER_SONATA, KIM, hours(9, 11)))))
                .isEqualTo(new Match());
    }

    @Test
    void a_double_booking_is_a_decision_that_motorpool_would_have_refused() {
        ChangeEvent first = created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN);
        ChangeEvent second = created(SECOND, 2, at(8, 1), reserved(SONATA, LEE, hours(10, 12)));

        assertThat(verdict(SECOND, first, second))
                .isEqualTo(DecisionDiff.of(
                        new Position(2, 0),
                        ShadowStep.RESERVE,
                        new VehicleTaken(OccupancyKind.RESERVATION, hours(9, 11))));
        assertThat(verdict(FIRST, first, second))
                .as("the one that was first is not to blame")
                .isEqualTo(new Match());
    }

    @Test
    void what_was_cancelled_before_is_in_nobodys_way() {
        ChangeEvent cancelled = updated(FIRST, 2, at(8, 1), in(NINE_TO_ELEVEN, ReservationStatus.CANCELLED));

        assertThat(verdict(
                        SECOND,
                        created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN),
                        cancelled,
                        created(SECOND, 3, at(8, 2), reserved(SONATA, LEE, hours(10, 12)))))
                .isEqualTo(new Match());
    }

    @Test
    void a_driver_with_two_cars_at_once_is_a_difference() {
        assertThat(verdict(
                        SECOND,
                        created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN),
                        created(SECOND, 2, at(8, 1), reserved(OTHER_SONATA, KIM, hours(10, 12)))))
                .isEqualTo(DecisionDiff.of(new Position(2, 0), ShadowStep.RESERVE, new DriverBusy(hours(9, 11))));
    }

    @Test
    void times_off_the_grid_are_a_difference() {
        LegacyRow odd = waiting(new Period(at(9, 3), at(11, 0)));

        assertThat(verdict(FIRST, created(FIRST, 1, at(8, 0), odd)))
                .isEqualTo(
                        DecisionDiff.of(new Position(1, 0), ShadowStep.RESERVE, new OffGrid(ReservationPolicy.GRID)));
    }

    @Test
    void a_no_show_that_was_marked_too_early_is_a_difference() {
        assertThat(verdict(
                        FIRST,
                        created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN),
                        updated(FIRST, 2, at(9, 10), in(NINE_TO_ELEVEN, ReservationStatus.NO_SHOW))))
                .isEqualTo(DecisionDiff.of(new Position(2, 0), ShadowStep.MARK_NO_SHOW, new NoShowTooEarly(at(9, 30))));
    }

    @Test
    void what_is_over_is_not_brought_back() {
        assertThat(verdict(
                        FIRST,
                        created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN),
                        updated(FIRST, 2, at(8, 10), in(NINE_TO_ELEVEN, ReservationStatus.CANCELLED)),
                        updated(FIRST, 3, at(8, 20), NINE_TO_ELEVEN)))
                .isEqualTo(DecisionDiff.of(
                        new Position(3, 0),
                        ShadowStep.REOPEN,
                        new NotPossibleNow(ReservationStatus.CANCELLED, Step.RESCHEDULE)));
    }

    @Test
    void an_odometer_that_ran_backwards_since_the_trip_before_is_a_difference() {
        LegacyRow out = started(NINE_TO_ELEVEN, at(9, 0), 12_000);
        LegacyRow next = reserved(SONATA, LEE, hours(12, 14));

        assertThat(verdict(
                        SECOND,
                        created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN),
                        updated(FIRST, 2, at(9, 0), out),
                        updated(FIRST, 3, at(10, 0), returned(out, at(10, 0), 12_100)),
                        created(SECOND, 4, at(11, 0), next),
                        updated(SECOND, 5, at(12, 0), started(next, at(12, 0), 12_050))))
                .isEqualTo(DecisionDiff.of(
                        new Position(5, 0), ShadowStep.START, new OdometerRunsBackwards(12_050, 12_100)));
    }

    @Test
    void a_driver_that_was_overwritten_in_place_is_a_field_that_differs() {
        assertThat(verdict(
                        FIRST,
                        created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN),
                        updated(FIRST, 2, at(8, 10), reserved(SONATA, LEE, hours(9, 11)))))
                .isEqualTo(new FieldDiff(List.of(new FieldDifference("/driver", LEE.toString(), KIM.toString()))));
    }

    @Test
    void a_reading_that_was_edited_afterwards_is_a_field_that_differs() {
        LegacyRow out = started(NINE_TO_ELEVEN, at(9, 0), 12_000);

        assertThat(verdict(
                        FIRST,
                        created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN),
                        updated(FIRST, 2, at(9, 0), out),
                        updated(FIRST, 3, at(10, 0), returned(out, at(10, 0), 12_100)),
                        updated(FIRST, 4, at(15, 0), returned(out, at(10, 0), 12_090))))
                .isEqualTo(new FieldDiff(List.of(new FieldDifference("/endOdometerKm", "12090", "12100"))));
    }

    @Test
    void what_the_legacy_system_removed_is_extra_in_motorpool() {
        assertThat(verdict(FIRST, created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN), deleted(FIRST, 2, at(8, 10))))
                .isEqualTo(new ExtraNew());
    }

    @Test
    void what_motorpool_does_not_know_the_company_or_vehicle_of_is_missing() {
        LegacyRow foreign = new LegacyRow(
                NURI, SONATA, KIM, hours(9, 11), true, ReservationStatus.RESERVED, null, null, null, null);
        LegacyRow unknown = reserved(new VehicleId(new UUID(9, 9)), KIM, hours(9, 11));

        assertThat(verdict(FIRST, created(FIRST, 1, at(8, 0), foreign))).isEqualTo(new MissingNew(Missing.COMPANY));
        assertThat(verdict(FIRST, created(FIRST, 1, at(8, 0), unknown))).isEqualTo(new MissingNew(Missing.VEHICLE));
    }

    @Test
    void a_row_that_makes_no_sense_is_unprocessable_as_long_as_it_does_not() {
        Image.Unreadable broken = new Image.Unreadable("{\"end\": null}", "no end");
        ChangeEvent booked = created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN);
        ChangeEvent spoilt = event(FIRST, 2, at(8, 1), new Updated(broken));

        assertThat(verdict(FIRST, booked, spoilt)).isEqualTo(new Unprocessable(broken));
        assertThat(verdict(FIRST, booked, spoilt, updated(FIRST, 3, at(8, 2), NINE_TO_ELEVEN)))
                .isEqualTo(new Match());
        assertThat(verdict(FIRST, event(FIRST, 1, at(8, 0), new Created(broken))))
                .isEqualTo(new Unprocessable(broken));
        assertThat(broken).hasToString("Unreadable[no end]");
    }

    @Test
    void what_nobody_saw_being_decided_is_taken_over_as_it_is() {
        LegacyRow old = returned(started(NINE_TO_ELEVEN, at(9, 0), 12_000), at(10, 0), 12_100);

        assertThat(verdict(FIRST, event(FIRST, 1, at(20, 0), new Read(new Image.Readable(old)))))
                .isEqualTo(new Match());
        assertThat(verdict(
                        FIRST,
                        event(FIRST, 1, at(8, 0), new Read(new Image.Readable(NINE_TO_ELEVEN))),
                        updated(FIRST, 2, at(9, 10), in(NINE_TO_ELEVEN, ReservationStatus.NO_SHOW))))
                .isInstanceOf(DecisionDiff.class);
    }

    @Test
    void of_what_is_not_known_there_is_no_verdict() {
        assertThat(ShadowComparison.of(FIRST, List.of(), MASTERS)).isEmpty();
    }

    @Test
    void a_number_that_comes_back_under_another_key_in_the_same_transaction_is_the_same_reservation() {
        ChangeEvent booked = created(FIRST, 1, at(8, 0), NINE_TO_ELEVEN);
        ChangeEvent gone = deleted(FIRST, 2, at(8, 10));
        Created back = new Created(new Image.Readable(NINE_TO_ELEVEN));

        assertThat(verdict(FIRST, booked, gone, new ChangeEvent(FIRST, "pk-new", new Position(2, 1), at(8, 10), back)))
                .isEqualTo(new Match());
        assertThat(History.of(
                                FIRST,
                                List.of(
                                        booked,
                                        gone,
                                        new ChangeEvent(FIRST, "pk-new", new Position(3, 0), at(8, 30), back)))
                        .events())
                .as("somebody else's transaction made it anew")
                .hasSize(3);
    }
}
