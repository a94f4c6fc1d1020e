package io.motorpool.application.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.NINE;
import static io.motorpool.application.reconciliation.LegacyFixtures.aNumber;
import static io.motorpool.application.reconciliation.LegacyFixtures.cancelled;
import static io.motorpool.application.reconciliation.LegacyFixtures.created;
import static io.motorpool.application.reconciliation.LegacyFixtures.hours;
import static io.motorpool.application.reconciliation.LegacyFixtures.updated;
import static io.motorpool.application.reconciliation.LegacyFixtures.waiting;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aTimer;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reconciliation.CompareHistories.Round;
import io.motorpool.application.reconciliation.ObserveLegacy.Observed;
import io.motorpool.application.reconciliation.ReconciliationQueries.Group;
import io.motorpool.application.reconciliation.ReconciliationQueries.Report;
import io.motorpool.application.reconciliation.Verdicts.Compared;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.DifferenceRule.About;
import io.motorpool.domain.reconciliation.Gate;
import io.motorpool.domain.reconciliation.Gate.Obstacle;
import io.motorpool.domain.reconciliation.LegacyMessage;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reconciliation.ReconciliationRefusal.NothingDiffers;
import io.motorpool.domain.reconciliation.RuleId;
import io.motorpool.domain.reconciliation.Verdict.Kind;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From what was heard to the gate. */
class ReconcilingTest {

    private final ALegacySystem legacy = new ALegacySystem();
    private final CompanyId company = legacy.givenCompany();
    private final VehicleId vehicle = legacy.givenVehicle(company);
    private final UserId kim = legacy.givenDriver(company);
    private final UserId lee = legacy.givenDriver(company);
    private final LegacyNumber first = aNumber();
    private final LegacyNumber second = aNumber();
    private final LegacyRow morning = waiting(company, vehicle, kim, hours(9, 11));
    private final ChangeEvent booked = created(first, morning);
    private final ChangeEvent doubled = created(second, waiting(company, vehicle, lee, hours(10, 12)));

    @Test
    void a_reservation_is_compared_when_nothing_was_heard_of_it_for_a_minute() {
        observe(booked);
        legacy.clock.move(Duration.ofSeconds(59));
        assertThat(accepted(legacy.compare.compareQuiet(aTimer())).reservations())
                .isZero();

        legacy.clock.move(Duration.ofSeconds(1));

        assertThat(accepted(legacy.compare.compareQuiet(aTimer())))
                .isEqualTo(new Round(1, Map.of(Kind.MATCH, 1), false));
        assertThat(verdictOf(first)).isEqualTo(Kind.MATCH);
        assertThat(accepted(legacy.compare.compareQuiet(aTimer())).reservations())
                .isZero();
    }

    @Test
    void at_the_watermark_it_is_compared_at_once() {
        observe(booked, doubled);

        assertThat(accepted(legacy.compare.compareUpTo(aTimer(), booked.position()))
                        .reservations())
                .isEqualTo(1);

        assertThat(verdictOf(first)).isEqualTo(Kind.MATCH);
        assertThat(refused(legacy.queries.verdict(anAuditor(), second)))
                .isEqualTo(new NotFound(Thing.LEGACY_RESERVATION));
    }

    @Test
    void what_comes_late_changes_the_verdict_of_those_that_it_was_in_the_way_of() {
        observe(doubled);
        compareAll();
        assertThat(verdictOf(second)).isEqualTo(Kind.MATCH);

        observe(booked);
        compareAll();

        assertThat(verdictOf(first)).isEqualTo(Kind.MATCH);
        assertThat(verdictOf(second)).isEqualTo(Kind.DECISION_DIFF);
    }

    @Test
    void hearing_it_all_again_changes_nothing() {
        observe(booked, doubled);
        compareAll();
        List<Compared> before = legacy.verdicts.all();

        Observed observed = accepted(legacy.observe.observe(aTimer(), messages(doubled, booked)));
        compareAll();

        assertThat(observed).isEqualTo(new Observed(0, 2, 0));
        assertThat(legacy.verdicts.all()).isEqualTo(before);
    }

    @Test
    void what_nobody_understands_is_kept_and_the_rest_goes_on() {
        LegacyMessage.Undecodable poison =
                new LegacyMessage.Undecodable("reservations-0@17", "{\"name\":\"김", "no end");

        Observed observed = accepted(legacy.observe.observe(
                aTimer(),
                List.of(poison, new LegacyMessage.Changed(booked), new LegacyMessage.Tombstone("pk"), poison)));
        compareAll();

        assertThat(observed).isEqualTo(new Observed(1, 0, 2));
        assertThat(verdictOf(first)).isEqualTo(Kind.MATCH);
        assertThat(accepted(legacy.queries.undecodable(anAuditor())))
                .singleElement()
                .satisfies(kept -> assertThat(kept.message()).isEqualTo(poison));
        assertThat(poison.toString()).doesNotContain("김");
        assertThat(report().undecodable()).isEqualTo(1);
    }

    @Test
    void the_report_tells_what_differs_in_the_same_way_with_samples() {
        observe(booked, doubled);
        compareAll();

        Report report = report();

        assertThat(report.totals()).isEqualTo(Map.of(Kind.MATCH, 1L, Kind.DECISION_DIFF, 1L));
        assertThat(report.waiting()).isZero();
        assertThat(report.trend())
                .singleElement()
                .satisfies(day -> assertThat(day.totals()).isEqualTo(report.totals()));
        assertThat(report.groups()).singleElement().satisfies(group -> {
            assertThat(group.signature()).isEqualTo("DECISION_DIFF RESERVE VehicleTaken");
            assertThat(group.samples()).extracting(Compared::number).containsExactly(second);
        });
    }

    @Test
    void a_difference_that_somebody_answers_for_is_known_until_the_rule_ends_or_expires() {
        observe(booked, doubled);
        compareAll();
        About taken = new About.OfDecision("VehicleTaken", null);

        DifferenceRule rule =
                accepted(legacy.explain.explain(anOperator(), taken, "구 시스템은 겹침을 막지 않는다", NINE.plusSeconds(86_400)));
        assertThat(verdictOf(second)).isEqualTo(Kind.KNOWN_DIFFERENCE);
        assertThat(report().groups()).extracting(Group::kind).containsExactly(Kind.KNOWN_DIFFERENCE);

        legacy.clock.move(Duration.ofMinutes(1));
        succeeds(legacy.explain.withdraw(anOperator(), rule.id()));
        assertThat(verdictOf(second)).isEqualTo(Kind.DECISION_DIFF);

        succeeds(legacy.explain.explain(anOperator(), taken, "다시 확인", NINE.plusSeconds(3_600)));
        legacy.clock.moveTo(NINE.plusSeconds(3_600));
        assertThat(verdictOf(second)).isEqualTo(Kind.DECISION_DIFF);
        assertThat(accepted(legacy.explain.rules(anAuditor()))).hasSize(2);
        assertThat(refused(legacy.explain.withdraw(anOperator(), new RuleId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.DIFFERENCE_RULE));
    }

    @Test
    void the_gate_opens_when_there_is_no_unexplained_difference_for_long_enough() {
        Gate gate = new Gate(1, 2);
        observe(booked, doubled);
        assertThat(accepted(legacy.queries.gate(anOperator(), gate)))
                .contains(new Obstacle.NotCompared(2), new Obstacle.WatchedTooShortly(Duration.ofDays(1)));
        compareAll();
        assertThat(accepted(legacy.queries.gate(anOperator(), gate))).contains(new Obstacle.Unexplained(1));

        succeeds(legacy.explain.explain(
                anOperator(),
                new About.OfDecision("VehicleTaken", null),
                "구 시스템은 겹침을 막지 않는다",
                NINE.plus(Duration.ofDays(30))));
        legacy.clock.moveTo(NINE.plus(Duration.ofDays(1)));

        assertThat(accepted(legacy.queries.gate(anOperator(), gate))).isEmpty();
        assertThat(accepted(legacy.queries.gate(anOperator(), new Gate(1, 3))))
                .containsExactly(new Obstacle.TooFewEvents(1));
    }

    @Test
    void replaying_from_a_watermark_compares_again_what_changed_since() {
        observe(booked, doubled);
        compareAll();

        assertThat(accepted(legacy.compare.replayFrom(anOperator(), doubled.position())))
                .isEqualTo(1);
        assertThat(accepted(legacy.compare.compareUpTo(aTimer(), doubled.position()))
                        .reservations())
                .isEqualTo(1);
        assertThat(accepted(legacy.compare.replayFrom(anOperator(), booked.position())))
                .isEqualTo(2);
    }

    @Test
    void the_shortest_history_of_a_double_booking_is_the_two_bookings() {
        LegacyNumber other = aNumber();
        LegacyRow evening = waiting(company, vehicle, kim, hours(15, 17));
        observe(booked, created(other, evening), updated(other, cancelled(evening)), doubled);

        assertThat(accepted(legacy.queries.shortestHistory(anOperator(), second)))
                .containsExactlyInAnyOrder(booked, doubled);
        assertThat(accepted(legacy.queries.regressionTest(anOperator(), second)).source())
                .contains(first.value())
                .contains(second.value())
                .doesNotContain(other.value());
        assertThat(refused(legacy.queries.regressionTest(anOperator(), first))).isEqualTo(new NothingDiffers());
        assertThat(refused(legacy.queries.shortestHistory(anOperator(), first))).isEqualTo(new NothingDiffers());
        assertThat(refused(legacy.queries.shortestHistory(anOperator(), aNumber())))
                .isEqualTo(new NotFound(Thing.LEGACY_RESERVATION));
    }

    @Test
    void only_the_division_sees_and_only_operators_and_timers_run_it() {
        assertThat(refused(legacy.queries.report(anAdminOf(company), 7)))
                .isEqualTo(new NotPermitted(Permission.READ_RECONCILIATION));
        assertThat(refused(legacy.observe.observe(anAuditor(), List.of())))
                .isEqualTo(new NotPermitted(Permission.RUN_RECONCILIATION));
        assertThat(refused(legacy.compare.compareQuiet(anAuditor())))
                .isEqualTo(new NotPermitted(Permission.RUN_RECONCILIATION));
        assertThat(refused(legacy.explain.explain(anAuditor(), new About.OfRemoval(), "정리", NINE.plusSeconds(60))))
                .isEqualTo(new NotPermitted(Permission.EXPLAIN_DIFFERENCES));
    }

    /** Killed between comparing and storing, at twenty places: what is stored in the end is the same. */
    @Test
    void whoever_is_killed_anywhere_is_followed_by_somebody_who_comes_to_the_same_verdicts() {
        Random random = new Random(42);
        List<ChangeEvent> events = traffic(random);
        observe(events.toArray(ChangeEvent[]::new));
        compareAll();
        List<String> clean = told();
        Position from = events.getFirst().position();
        Position until = events.getLast().position();

        succeeds(legacy.compare.replayFrom(anOperator(), from));
        for (int kill = 0; kill < 20; kill++) {
            CompareHistories dying = legacy.comparing(new DyingUnitOfWork(random.nextInt(2)));
            var _ = dying.compareUpTo(aTimer(), until)
                    .onFailure(Killed.class)
                    .recoverWithNull()
                    .await()
                    .indefinitely();
            Collections.shuffle(events, random);
            observe(events.subList(0, 5).toArray(ChangeEvent[]::new));
        }
        compareAll();

        assertThat(told()).isEqualTo(clean);
    }

    private static final class Killed extends RuntimeException {}

    /** Works for so many units of work, and dies in the next one before anything of it has happened. */
    private static final class DyingUnitOfWork implements UnitOfWork {

        private int left;

        DyingUnitOfWork(int left) {
            this.left = left;
        }

        @Override
        public <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
            return Uni.createFrom()
                    .deferred(() -> left-- > 0 ? work.get() : Uni.createFrom().failure(new Killed()));
        }

        @Override
        public <T> Uni<T> reading(Supplier<Uni<T>> work) {
            return Uni.createFrom().deferred(() -> work.get());
        }
    }

    /** Bookings of one vehicle, every other one over the one before. */
    private List<ChangeEvent> traffic(Random random) {
        List<ChangeEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LegacyNumber number = aNumber();
            int start = 9 + i + random.nextInt(2);
            LegacyRow row = waiting(company, vehicle, i % 2 == 0 ? kim : lee, hours(start, start + 1 + i % 2));
            events.add(created(number, row));
            if (random.nextInt(3) == 0) {
                events.add(updated(number, cancelled(row)));
            }
        }
        return events;
    }

    private List<String> told() {
        return legacy.verdicts.all().stream()
                .map(compared -> compared.number() + " " + compared.verdict())
                .toList();
    }

    private void observe(ChangeEvent... events) {
        succeeds(legacy.observe.observe(aTimer(), messages(events)));
    }

    private static List<LegacyMessage> messages(ChangeEvent... events) {
        return Stream.of(events).<LegacyMessage>map(LegacyMessage.Changed::new).toList();
    }

    private void compareAll() {
        legacy.clock.move(Duration.ofSeconds(60));
        while (accepted(legacy.compare.compareQuiet(aTimer())).more()) {
            legacy.clock.move(Duration.ofSeconds(1));
        }
    }

    private Kind verdictOf(LegacyNumber number) {
        return accepted(legacy.queries.verdict(anAuditor(), number)).verdict().kind();
    }

    private Report report() {
        return accepted(legacy.queries.report(anAuditor(), 7));
    }
}
