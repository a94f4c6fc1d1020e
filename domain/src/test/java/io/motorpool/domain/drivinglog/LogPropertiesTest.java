package io.motorpool.domain.drivinglog;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.drivinglog.Fixtures.entry;
import static io.motorpool.domain.drivinglog.Fixtures.reservation;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.shared.BusinessZone.SEOUL;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.drivinglog.Entry.Standing;
import io.motorpool.domain.drivinglog.Use.Course;
import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The year ends in the middle of these three weeks; hours are held against a calendar that asks each one on its own. */
class LogPropertiesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 21);
    private static final int DAYS = 21;
    private static final TaxPeriod OLD_YEAR = new TaxPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final TaxPeriod NEW_YEAR = new TaxPeriod(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void an_untagged_trip_is_in_exactly_when_each_of_its_hours_is_the_companys_and_out_when_none_is(
            @ForAll("windows") List<PlanWindow> windows, @ForAll("uses") @Size(min = 1, max = 12) List<Use> uses) {
        for (Use use : numbered(uses)) {
            if (use.corporate() || !(use.course() instanceof Course.Driven)) {
                continue;
            }
            List<Instant> hours = hoursOf(use.period());
            long ours = hours.stream().filter(hour -> isAgreed(windows, hour)).count();
            Standing standing = log(OLD_YEAR, windows, List.of(use), List.of())
                    .entry(use.entry())
                    .orElseThrow()
                    .standing();

            assertThat(standing)
                    .isEqualTo(
                            ours == hours.size()
                                    ? new Standing.Included(Basis.OCCUPANCY)
                                    : ours == 0
                                            ? new Standing.Excluded(Entry.Why.NOT_BUSINESS)
                                            : new Standing.NeedsReview(Entry.Question.PARTLY_IN_OCCUPANCY));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void included_excluded_and_needing_review_are_all_there_is_whatever_was_said(
            @ForAll("windows") List<PlanWindow> windows,
            @ForAll("uses") @Size(max = 12) List<Use> some,
            @ForAll("facts") @Size(max = 8) List<LogFact> facts) {
        List<Use> uses = numbered(some);

        Completeness both = log(OLD_YEAR, windows, uses, facts)
                .completeness()
                .and(log(NEW_YEAR, windows, uses, facts).completeness());

        assertThat(both.addsUp()).isTrue();
        assertThat(both.entries())
                .as("each reservation in one year, none in both")
                .isEqualTo(uses.size());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void two_years_have_the_rows_of_both_and_none_twice(
            @ForAll("windows") List<PlanWindow> windows, @ForAll("uses") @Size(max = 12) List<Use> some) {
        List<Use> uses = numbered(some);
        List<TripId> rows = new ArrayList<>(rows(OLD_YEAR, windows, uses));
        rows.addAll(rows(NEW_YEAR, windows, uses));

        assertThat(rows)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(log(OLD_YEAR, windows, uses, List.of()).uses().stream()
                        .map(use -> log(OLD_YEAR, windows, uses, List.of())
                                .entry(use.entry())
                                .orElseThrow())
                        .filter(entry -> entry.standing() instanceof Standing.Included)
                        .flatMap(entry -> entry.trips().stream())
                        .map(Trip::id)
                        .toList());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_order_in_which_facts_and_reservations_come_does_not_matter(
            @ForAll("windows") List<PlanWindow> windows,
            @ForAll("uses") @Size(max = 8) List<Use> some,
            @ForAll("facts") @Size(max = 8) List<LogFact> facts,
            @ForAll Random random) {
        List<Use> uses = numbered(some);
        List<Use> otherUses = new ArrayList<>(uses);
        List<LogFact> otherFacts = new ArrayList<>(facts);
        Collections.shuffle(otherUses, random);
        Collections.shuffle(otherFacts, random);

        VehicleLog one = log(OLD_YEAR, windows, uses, facts);
        VehicleLog other = log(OLD_YEAR, windows, otherUses, otherFacts);

        assertThat(other.entries()).isEqualTo(one.entries());
        assertThat(other.sheet()).isEqualTo(one.sheet());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_whole_distance_is_what_the_odometer_moved_and_the_sheet_says_where_it_went(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 90) Integer> steps, @ForAll Random random) {
        List<Use> uses = new ArrayList<>();
        int km = 1_000;
        int shown = km;
        for (int i = 0; i < steps.size(); i++) {
            int before = km + (random.nextBoolean() ? random.nextInt(20) : 0);
            shown = i == 0 ? before : shown;
            km = before + steps.get(i);
            Period day = new Period(hour(i * 3), hour(i * 3 + 2));
            uses.add(Fixtures.use(
                    i + 1, random.nextBoolean(), day, Fixtures.leg(KIM, day.start(), day.end(), before, km)));
        }

        LogSheet sheet = log(OLD_YEAR, List.of(), uses, List.of()).sheet();

        assertThat(sheet.blocking()).isEmpty();
        assertThat(sheet.ratio().totalKm()).isEqualTo((long) km - shown);
        assertThat(sheet.ratio().businessKm())
                .isEqualTo(
                        sheet.rows().stream().mapToLong(row -> row.trip().km()).sum());
    }

    @Provide
    Arbitrary<List<PlanWindow>> windows() {
        Arbitrary<LocalTime> times = Arbitraries.of(0, 6, 9, 12, 18, 22).map(hour -> LocalTime.of(hour, 0));
        Arbitrary<Set<DayOfWeek>> days =
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(3).ofMaxSize(7);
        return Combinators.combine(days, times, times)
                .as((on, from, until) -> PlanWindow.agree(
                        new PlanWindowId(new UUID(6, 1)),
                        HANBIT,
                        SONATA,
                        new ContractTerm(FIRST_DAY.minusDays(1), FIRST_DAY.plusDays(DAYS + 2)),
                        new WeeklyHours(on, from, until)))
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Use>> uses() {
        Arbitrary<Course> courses = Arbitraries.of(0, 1, 1, 1, 2, 3).map(LogPropertiesTest::course);
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS * 24 - 15),
                        Arbitraries.integers().between(1, 14),
                        Arbitraries.of(true, false, false),
                        courses)
                .as((start, length, corporate, course) -> new Use(
                        reservation(1),
                        new Period(hour(start), hour(start + length)),
                        corporate,
                        course instanceof Course.Driven ? driven(start, length) : course))
                .list();
    }

    @Provide
    Arbitrary<List<LogFact>> facts() {
        Arbitrary<LogFact.Content> contents = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 4))
                .as((number, kind) -> switch (kind) {
                    case 0 -> new LogFact.Decided(entry(number), LogFact.Verdict.INCLUDE);
                    case 1 -> new LogFact.Decided(entry(number), LogFact.Verdict.EXCLUDE);
                    case 2 -> new LogFact.PurposeStated(Fixtures.trip(number), Purpose.PRIVATE);
                    case 3 -> new LogFact.ReadingsCorrected(Fixtures.trip(number), new Odometer(1), new Odometer(9));
                    default ->
                        number > 10 ? new LogFact.Exempted(LogFact.Ground.CARGO) : new LogFact.ExemptionWithdrawn();
                });
        return Combinators.combine(Arbitraries.longs().between(1, 100), contents)
                .as(Fixtures::fact)
                .list()
                .uniqueElements(LogFact::id);
    }

    private static Course course(int kind) {
        return switch (kind) {
            case 0 -> new Course.NotDriven(Use.Cause.CANCELLED);
            case 2 -> new Course.Unfinished();
            case 3 -> new Course.NotDriven(Use.Cause.NO_SHOW);
            default -> driven(0, 1);
        };
    }

    private static Course.Driven driven(int start, int length) {
        return new Course.Driven(
                List.of(Fixtures.leg(KIM, hour(start), hour(start + length), start * 10, start * 10 + 5)));
    }

    private static List<Use> numbered(List<Use> uses) {
        List<Use> numbered = new ArrayList<>();
        for (Use use : uses) {
            numbered.add(new Use(reservation(numbered.size() + 1), use.period(), use.corporate(), use.course()));
        }
        return numbered;
    }

    private static List<TripId> rows(TaxPeriod period, List<PlanWindow> windows, List<Use> uses) {
        return log(period, windows, uses, List.of()).sheet().rows().stream()
                .map(row -> row.trip().id())
                .toList();
    }

    private static VehicleLog log(TaxPeriod period, List<PlanWindow> windows, List<Use> uses, List<LogFact> facts) {
        return new VehicleLog(SONATA, HANBIT, period, windows, uses, facts);
    }

    private static Instant hour(int number) {
        return FIRST_DAY.atStartOfDay(SEOUL).toInstant().plus(Duration.ofHours(number));
    }

    private static List<Instant> hoursOf(Period period) {
        List<Instant> hours = new ArrayList<>();
        for (Instant at = period.start(); at.isBefore(period.end()); at = at.plus(Duration.ofHours(1))) {
            hours.add(at);
        }
        return hours;
    }

    /** Whether somebody with a calendar on the wall would say that the vehicle is the company's in this hour. */
    private static boolean isAgreed(List<PlanWindow> windows, Instant hour) {
        LocalDateTime there = LocalDateTime.ofInstant(hour, SEOUL);
        return windows.stream().anyMatch(window -> isAgreed(window.hours(), there));
    }

    private static boolean isAgreed(WeeklyHours hours, LocalDateTime there) {
        boolean today = hours.days().contains(there.getDayOfWeek());
        boolean yesterday = hours.days().contains(there.minusDays(1).getDayOfWeek());
        LocalTime time = there.toLocalTime();
        return hours.until().isAfter(hours.from())
                ? today && !time.isBefore(hours.from()) && time.isBefore(hours.until())
                : (today && !time.isBefore(hours.from())) || (yesterday && time.isBefore(hours.until()));
    }
}
