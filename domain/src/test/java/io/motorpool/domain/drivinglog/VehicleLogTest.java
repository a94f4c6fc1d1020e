package io.motorpool.domain.drivinglog;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.NURI;
import static io.motorpool.domain.drivinglog.Fixtures.LATER;
import static io.motorpool.domain.drivinglog.Fixtures.YEAR;
import static io.motorpool.domain.drivinglog.Fixtures.at;
import static io.motorpool.domain.drivinglog.Fixtures.daily;
import static io.motorpool.domain.drivinglog.Fixtures.driven;
import static io.motorpool.domain.drivinglog.Fixtures.entry;
import static io.motorpool.domain.drivinglog.Fixtures.fact;
import static io.motorpool.domain.drivinglog.Fixtures.forgotten;
import static io.motorpool.domain.drivinglog.Fixtures.leg;
import static io.motorpool.domain.drivinglog.Fixtures.log;
import static io.motorpool.domain.drivinglog.Fixtures.notDriven;
import static io.motorpool.domain.drivinglog.Fixtures.period;
import static io.motorpool.domain.drivinglog.Fixtures.reservation;
import static io.motorpool.domain.drivinglog.Fixtures.trip;
import static io.motorpool.domain.drivinglog.Fixtures.use;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.motorpool.domain.drivinglog.DrivingLogRefusal.NothingToDecide;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TripDoesNotFit;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TripInTheFuture;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TripMeetsAnother;
import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.drivinglog.Entry.Question;
import io.motorpool.domain.drivinglog.Entry.Standing;
import io.motorpool.domain.drivinglog.Entry.Standing.Excluded;
import io.motorpool.domain.drivinglog.Entry.Standing.Included;
import io.motorpool.domain.drivinglog.Entry.Standing.NeedsReview;
import io.motorpool.domain.drivinglog.Entry.Why;
import io.motorpool.domain.drivinglog.LogFact.Decided;
import io.motorpool.domain.drivinglog.LogFact.Exempted;
import io.motorpool.domain.drivinglog.LogFact.ExemptionWithdrawn;
import io.motorpool.domain.drivinglog.LogFact.Ground;
import io.motorpool.domain.drivinglog.LogFact.PurposeStated;
import io.motorpool.domain.drivinglog.LogFact.ReadingsCorrected;
import io.motorpool.domain.drivinglog.LogFact.TripInserted;
import io.motorpool.domain.drivinglog.LogFact.Verdict;
import io.motorpool.domain.drivinglog.LogSheet.Row;
import io.motorpool.domain.drivinglog.OdometerFinding.Backwards;
import io.motorpool.domain.drivinglog.OdometerFinding.Gap;
import io.motorpool.domain.drivinglog.Use.Course;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.PlanWindow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the log by an example; the properties are in {@link LogPropertiesTest}. */
class VehicleLogTest {

    private static final Use MORNING = driven(1, true, "2026-03-02T09:00", "2026-03-02T10:00", 100, 120);
    private static final Use NOON = driven(2, true, "2026-03-02T12:00", "2026-03-02T13:00", 120, 150);
    private static final Use PARTLY = driven(1, false, "2026-03-02T17:00", "2026-03-02T19:00", 100, 120);
    private static final List<PlanWindow> HOURS = List.of(daily("09:00", "18:00"));
    private static final VehicleLog TWO_TRIPS =
            log(List.of(MORNING, driven(2, true, "2026-03-02T12:00", "2026-03-02T13:00", 150, 160)));

    @Test
    void a_tagged_trip_is_in_whatever_the_windows_say() {
        assertThat(standing(log(List.of(MORNING)))).isEqualTo(new Included(Basis.TAGGED));
        assertThat(standing(log(List.of(daily("09:00", "18:00")), List.of(MORNING))))
                .isEqualTo(new Included(Basis.TAGGED));
    }

    /** The legacy migration booked these as ordinary ones. */
    @Test
    void an_untagged_trip_is_in_when_it_lies_wholly_in_the_companys_hours() {
        assertThat(standingOf("2026-03-02T09:00", "2026-03-02T18:00", daily("09:00", "18:00")))
                .isEqualTo(new Included(Basis.OCCUPANCY));
    }

    @Test
    void hours_that_touch_are_one() {
        assertThat(standingOf("2026-03-02T20:00", "2026-03-03T04:00", daily("18:00", "00:00"), daily("00:00", "06:00")))
                .isEqualTo(new Included(Basis.OCCUPANCY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T22:00, 2026-03-03T06:00, OCCUPANCY",
        "2026-12-31T22:00, 2027-01-01T06:00, OCCUPANCY",
        "2026-03-02T21:50, 2026-03-03T06:00, PARTLY",
        "2026-03-02T22:00, 2026-03-03T06:10, PARTLY",
        "2026-03-02T06:00, 2026-03-02T22:00, NOTHING"
    })
    void hours_over_midnight_count_to_the_minute(String start, String end, String expected) {
        Standing standing =
                switch (expected) {
                    case "OCCUPANCY" -> new Included(Basis.OCCUPANCY);
                    case "PARTLY" -> new NeedsReview(Question.PARTLY_IN_OCCUPANCY);
                    default -> new Excluded(Why.NOT_BUSINESS);
                };

        assertThat(standingOf(start, end, daily("22:00", "06:00"))).isEqualTo(standing);
    }

    @Test
    void the_hours_of_another_company_or_vehicle_or_an_ended_window_say_nothing() {
        PlanWindow ours = daily("09:00", "18:00");
        PlanWindow theirs = PlanWindow.agree(ours.id(), NURI, SONATA, ours.term(), ours.hours());
        PlanWindow elsewhere = PlanWindow.agree(ours.id(), HANBIT, OTHER_SONATA, ours.term(), ours.hours());
        PlanWindow ended = accepted(ours.retire());

        assertThat(standingOf("2026-03-02T10:00", "2026-03-02T11:00", theirs, elsewhere, ended))
                .isEqualTo(new Excluded(Why.NOT_BUSINESS));
    }

    @Test
    void a_vehicle_that_comes_back_late_is_judged_by_what_was_reserved() {
        Use late = use(
                1,
                false,
                period("2026-03-02T16:00", "2026-03-02T18:00"),
                leg(KIM, at("2026-03-02T16:05"), at("2026-03-02T18:07"), 100, 120));

        assertThat(standing(log(List.of(daily("09:00", "18:00")), List.of(late))))
                .isEqualTo(new Included(Basis.OCCUPANCY));
    }

    @ParameterizedTest
    @EnumSource(Use.Cause.class)
    void what_was_not_driven_is_out_with_the_reason_even_if_it_is_tagged(Use.Cause cause) {
        assertThat(standing(log(List.of(notDriven(1, cause))))).isEqualTo(new Excluded(Why.valueOf(cause.name())));
    }

    @Test
    void what_is_not_over_waits() {
        Use running =
                new Use(reservation(1), period("2026-03-02T09:00", "2026-03-02T10:00"), true, new Course.Unfinished());

        assertThat(standing(log(List.of(running)))).isEqualTo(new NeedsReview(Question.NOT_FINISHED));
    }

    @Test
    void what_nobody_measured_waits_until_somebody_says_what_the_odometer_showed() {
        Use unmeasured = use(
                1,
                true,
                period("2026-03-02T09:00", "2026-03-02T10:00"),
                leg(KIM, at("2026-03-02T09:00"), at("2026-03-02T10:00"), 100, null));

        assertThat(standing(log(List.of(unmeasured)))).isEqualTo(new NeedsReview(Question.READING_MISSING));
        assertThat(standing(log(
                        List.of(unmeasured),
                        fact(1, new ReadingsCorrected(trip(1), new Odometer(100), new Odometer(130))))))
                .isEqualTo(new Included(Basis.TAGGED));
    }

    @Test
    void somebody_decides_what_lies_partly_in_the_companys_hours() {
        VehicleLog open = log(HOURS, List.of(PARTLY));
        Entry waiting = open.entries().getFirst();

        assertThat(waiting.standing()).isEqualTo(new NeedsReview(Question.PARTLY_IN_OCCUPANCY));
        assertThat(accepted(open.decide(waiting, Verdict.INCLUDE))).isEqualTo(new Decided(entry(1), Verdict.INCLUDE));
        assertThat(standing(log(HOURS, List.of(PARTLY), fact(1, new Decided(entry(1), Verdict.INCLUDE)))))
                .isEqualTo(new Included(Basis.MANUAL));
        assertThat(standing(log(HOURS, List.of(PARTLY), fact(1, new Decided(entry(1), Verdict.EXCLUDE)))))
                .isEqualTo(new Excluded(Why.BY_HAND));
    }

    @Test
    void the_later_decision_counts_in_whatever_order_they_come() {
        LogFact earlier = fact(1, new Decided(entry(1), Verdict.EXCLUDE));
        LogFact later = fact(2, new Decided(entry(1), Verdict.INCLUDE));

        assertThat(standing(log(HOURS, List.of(PARTLY), later, earlier))).isEqualTo(new Included(Basis.MANUAL));
    }

    @Test
    void a_decision_does_not_touch_the_tag_or_what_the_row_says_of_it() {
        assertThat(standing(log(List.of(MORNING), fact(1, new Decided(entry(1), Verdict.INCLUDE)))))
                .isEqualTo(new Included(Basis.TAGGED));
    }

    @Test
    void there_is_nothing_to_decide_about_what_was_not_driven() {
        VehicleLog log = log(List.of(notDriven(1, Use.Cause.NO_SHOW)));

        assertThat(refused(log.decide(log.entries().getFirst(), Verdict.INCLUDE)))
                .isEqualTo(new NothingToDecide());
    }

    @Test
    void a_trip_outside_the_companys_hours_can_be_taken_in() {
        VehicleLog log = log(List.of(PARTLY));

        assertThat(standing(log)).isEqualTo(new Excluded(Why.NOT_BUSINESS));
        assertThat(accepted(log.decide(log.entries().getFirst(), Verdict.INCLUDE))
                        .verdict())
                .isEqualTo(Verdict.INCLUDE);
    }

    @Test
    void a_trip_over_the_years_end_belongs_wholly_to_the_day_on_which_it_departed() {
        Use newYear = driven(1, true, "2026-12-31T23:00", "2027-01-01T02:00", 100, 180);

        assertThat(log(List.of(newYear)).sheet().rows()).singleElement().satisfies(row -> {
            assertThat(row.trip().logDate()).isEqualTo(LocalDate.of(2026, 12, 31));
            assertThat(row.trip().km()).isEqualTo(80);
        });
        assertThat(inYear(2027, newYear).sheet().rows()).isEmpty();
        assertThat(inYear(2027, newYear).entries()).isEmpty();
    }

    @Test
    void a_key_that_was_handed_over_splits_the_row_and_each_driver_has_their_own_day() {
        Use handedOver = use(
                1,
                true,
                period("2026-12-31T20:00", "2027-01-01T08:00"),
                leg(KIM, at("2026-12-31T20:00"), at("2027-01-01T01:00"), 100, 150),
                leg(LEE, at("2027-01-01T01:00"), at("2027-01-01T07:30"), 150, 210));

        assertThat(log(List.of(handedOver)).sheet().rows())
                .extracting(row -> row.trip().driver(), row -> row.trip().km())
                .containsExactly(tuple(KIM, 50));
        assertThat(inYear(2027, handedOver).sheet().rows())
                .extracting(row -> row.trip().driver(), row -> row.trip().km())
                .containsExactly(tuple(LEE, 60));
        assertThat(inYear(2027, handedOver).entries())
                .as("the reservation is counted once, in the year in which it departed")
                .isEmpty();
    }

    @Test
    void distances_are_split_by_purpose() {
        LogSheet sheet = log(
                        List.of(MORNING, NOON, driven(3, true, "2026-03-02T15:00", "2026-03-02T16:00", 150, 160)),
                        fact(1, new PurposeStated(trip(1), Purpose.COMMUTE)),
                        fact(2, new PurposeStated(trip(3), Purpose.PRIVATE)))
                .sheet();

        assertThat(sheet.rows())
                .extracting(row -> row.trip().commuteKm(), row -> row.trip().businessKm())
                .containsExactly(tuple(20, 0), tuple(0, 30), tuple(0, 0));
        assertThat(sheet.ratio()).isEqualTo(new BusinessRatio(50, 60));
    }

    @Test
    void a_correction_is_a_new_fact_and_the_last_one_counts() {
        VehicleLog log = log(
                List.of(MORNING),
                fact(1, new ReadingsCorrected(trip(1), new Odometer(100), new Odometer(125))),
                fact(2, new ReadingsCorrected(trip(1), new Odometer(101), new Odometer(126))));

        assertThat(log.sheet().rows().getFirst().trip().before()).isEqualTo(new Odometer(101));
        assertThat(log.uses()).containsExactly(MORNING);
        assertThatThrownBy(() -> new ReadingsCorrected(trip(1), new Odometer(2), new Odometer(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readings_that_go_on_where_they_stopped_are_not_mentioned() {
        assertThat(log(List.of(NOON, MORNING)).sheet().findings()).isEmpty();
    }

    @Test
    void an_odometer_that_runs_backwards_blocks_with_the_row() {
        Use backwards = driven(2, true, "2026-03-02T12:00", "2026-03-02T13:00", 115, 150);
        LogSheet sheet = log(List.of(MORNING, backwards)).sheet();

        assertThat(sheet.blocking())
                .containsExactly(new Backwards(SONATA, trip(2), LocalDate.of(2026, 3, 2), 115, 120));
    }

    @Test
    void a_trip_that_runs_backwards_in_itself_blocks_too() {
        Use backwards = driven(1, true, "2026-03-02T12:00", "2026-03-02T13:00", 150, 115);

        assertThat(log(List.of(backwards)).sheet().blocking())
                .containsExactly(new Backwards(SONATA, trip(1), LocalDate.of(2026, 3, 2), 115, 150));
    }

    @Test
    void a_gap_is_a_row_with_a_flag_and_counts_in_the_whole_distance() {
        Use later = driven(2, true, "2026-03-02T12:00", "2026-03-02T13:00", 132, 150);
        LogSheet sheet = log(List.of(MORNING, later)).sheet();

        assertThat(sheet.blocking()).isEmpty();
        assertThat(sheet.findings()).containsExactly(new Gap(SONATA, trip(2), LocalDate.of(2026, 3, 2), 12));
        assertThat(sheet.rows()).extracting(Row::gapKm).containsExactly(0, 12);
        assertThat(sheet.ratio()).isEqualTo(new BusinessRatio(38, 50));
    }

    @Test
    void what_was_driven_off_the_log_is_no_gap_but_part_of_the_distance() {
        Use ownTime = driven(3, false, "2026-03-02T10:00", "2026-03-02T11:00", 120, 150);
        Use later = driven(2, true, "2026-03-02T12:00", "2026-03-02T13:00", 150, 160);
        LogSheet sheet = log(List.of(MORNING, ownTime, later)).sheet();

        assertThat(sheet.findings()).isEmpty();
        assertThat(sheet.rows()).extracting(Row::otherKm).containsExactly(0, 30);
        assertThat(sheet.ratio()).isEqualTo(new BusinessRatio(30, 60));
    }

    @Test
    void the_first_row_of_a_year_goes_on_from_the_last_of_the_year_before() {
        Use before = driven(1, true, "2025-12-30T09:00", "2025-12-30T10:00", 50, 100);
        Use after = driven(2, true, "2026-01-02T09:00", "2026-01-02T10:00", 103, 150);

        assertThat(log(List.of(before, after)).sheet().findings())
                .containsExactly(new Gap(SONATA, trip(2), LocalDate.of(2026, 1, 2), 3));
    }

    @Test
    void the_ratio_is_blank_when_nothing_was_driven() {
        Use stood = driven(1, true, "2026-03-02T09:00", "2026-03-02T10:00", 100, 100);

        assertThat(log(List.of()).sheet().ratio().value()).isEmpty();
        assertThat(log(List.of(stood)).sheet().ratio().value()).isEmpty();
        assertThat(log(List.of(MORNING)).sheet().ratio().value()).contains(1.0);
    }

    @Test
    void one_that_fits_between_its_neighbours_is_taken_in_by_hand() {
        Trip forgotten = forgotten("2026-03-02T10:30", "2026-03-02T11:00", 120, 150);

        LogFact.TripInserted inserted = accepted(TWO_TRIPS.insert(forgotten, LATER));
        LogSheet sheet = log(TWO_TRIPS.uses(), fact(1, inserted)).sheet();

        assertThat(sheet.rows()).extracting(Row::basis).containsExactly(Basis.TAGGED, Basis.MANUAL, Basis.TAGGED);
        assertThat(sheet.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"119, 140", "120, 151", "90, 99"})
    void one_whose_readings_lie_outside_is_refused_with_the_room_there_is(int before, int after) {
        Trip forgotten = forgotten("2026-03-02T10:30", "2026-03-02T11:00", before, after);

        assertThat(refused(TWO_TRIPS.insert(forgotten, LATER))).isEqualTo(new TripDoesNotFit(120, 150));
    }

    @Test
    void nobody_drove_while_somebody_else_did_nor_in_the_future() {
        assertThat(refused(TWO_TRIPS.insert(forgotten("2026-03-02T09:30", "2026-03-02T10:30", 120, 130), LATER)))
                .isEqualTo(new TripMeetsAnother());
        assertThat(refused(TWO_TRIPS.insert(
                        forgotten("2026-03-02T10:30", "2026-03-02T11:00", 120, 130), at("2026-03-02T10:40"))))
                .isEqualTo(new TripInTheFuture());
    }

    @Test
    void one_before_all_others_and_one_after_them_have_one_neighbour() {
        assertThat(accepted(TWO_TRIPS.insert(forgotten("2026-03-01T09:00", "2026-03-01T10:00", 10, 100), LATER)))
                .isNotNull();
        assertThat(refused(TWO_TRIPS.insert(forgotten("2026-03-01T09:00", "2026-03-01T10:00", 10, 101), LATER)))
                .isEqualTo(new TripDoesNotFit(0, 100));
        assertThat(refused(TWO_TRIPS.insert(forgotten("2026-03-03T09:00", "2026-03-03T10:00", 159, 170), LATER)))
                .isEqualTo(new TripDoesNotFit(160, Odometer.HIGHEST));
    }

    @Test
    void one_that_was_put_in_by_mistake_is_decided_out() {
        Trip mistake = forgotten("2026-03-02T10:30", "2026-03-02T11:00", 120, 150);
        LogFact inserted = fact(1, new TripInserted(mistake));
        LogFact out = fact(2, new Decided(mistake.id().entry(), Verdict.EXCLUDE));

        assertThat(log(List.of(), inserted, out).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.standing()).isEqualTo(new Excluded(Why.BY_HAND)));
    }

    @Test
    void a_vehicle_that_owes_no_log_has_no_rows_and_loses_no_entry() {
        VehicleLog log =
                log(List.of(MORNING, notDriven(2, Use.Cause.CANCELLED)), fact(1, new Exempted(Ground.LIGHT_CAR)));

        assertThat(log.exemption()).contains(Ground.LIGHT_CAR);
        assertThat(log.sheet().rows()).isEmpty();
        assertThat(log.entries())
                .extracting(Entry::standing)
                .containsExactlyInAnyOrder(new Excluded(Why.VEHICLE_EXEMPT), new Excluded(Why.CANCELLED));
    }

    @Test
    void an_exemption_is_withdrawn_by_a_later_fact() {
        assertThat(log(List.of(MORNING), fact(1, new Exempted(Ground.CARGO)), fact(2, new ExemptionWithdrawn()))
                        .exemption())
                .isEmpty();
    }

    private static Standing standing(VehicleLog log) {
        return log.entries().getFirst().standing();
    }

    private static Standing standingOf(String start, String end, PlanWindow... windows) {
        return standing(log(List.of(windows), List.of(driven(1, false, start, end, 100, 120))));
    }

    private static VehicleLog inYear(int year, Use use) {
        return new VehicleLog(
                SONATA,
                HANBIT,
                new TaxPeriod(YEAR.from().withYear(year), YEAR.until().withYear(year)),
                List.of(),
                List.of(use),
                List.of());
    }
}
