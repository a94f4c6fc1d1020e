package io.motorpool.application.reconciliation;

import io.motorpool.application.reconciliation.LegacyHistories.Heard;
import io.motorpool.application.reconciliation.UndecodableMessages.Kept;
import io.motorpool.application.reconciliation.Verdicts.Compared;
import io.motorpool.application.reconciliation.Verdicts.Tally;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.Gate;
import io.motorpool.domain.reconciliation.Gate.Evidence;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.Masters;
import io.motorpool.domain.reconciliation.ReconciliationRefusal.NothingDiffers;
import io.motorpool.domain.reconciliation.ShadowComparison;
import io.motorpool.domain.reconciliation.ShortestHistory;
import io.motorpool.domain.reconciliation.Verdict;
import io.motorpool.domain.reconciliation.Verdict.Kind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Explains verdicts when they are read: two with the same signature are explained by the same rules. */
public final class ReconciliationQueriesService implements ReconciliationQueries {

    private static final int SAMPLES = 5;

    private final UnitOfWork unitOfWork;
    private final LegacyHistories histories;
    private final Verdicts verdicts;
    private final DifferenceRules rules;
    private final UndecodableMessages undecodables;
    private final MastersReader masters;
    private final Clock clock;

    /** Everything that is read. */
    public record Ports(
            LegacyHistories histories,
            Verdicts verdicts,
            DifferenceRules rules,
            UndecodableMessages undecodables,
            MasterRecords records) {}

    public ReconciliationQueriesService(UnitOfWork unitOfWork, Ports ports, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.histories = ports.histories();
        this.verdicts = ports.verdicts();
        this.rules = ports.rules();
        this.undecodables = ports.undecodables();
        this.masters = new MastersReader(ports.records());
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Report, Refusal>> report(Caller caller, int days) {
        Instant since = clock.instant().minus(Duration.ofDays(days));
        return permitted(
                caller,
                () -> rules.all()
                        .chain(all -> verdicts.tallies(since)
                                .map(tallies -> explained(tallies, all))
                                .chain(tallies -> groups(tallies)
                                        .chain(groups -> histories
                                                .heard(since)
                                                .chain(heard -> undecodables
                                                        .count(since)
                                                        .map(unread -> report(tallies, groups, heard, unread))))))
                        .map(Decision::accept));
    }

    private List<Tally> explained(List<Tally> tallies, List<DifferenceRule> all) {
        Instant now = clock.instant();
        return tallies.stream()
                .map(tally -> new Tally(
                        tally.day(), DifferenceRule.explained(tally.sample(), all, now), tally.reservations()))
                .toList();
    }

    private static Report report(List<Tally> tallies, List<Group> groups, Heard heard, long unread) {
        Map<LocalDate, List<Tally>> byDay =
                tallies.stream().collect(Collectors.groupingBy(Tally::day, TreeMap::new, Collectors.toList()));
        return new Report(
                totals(tallies),
                byDay.entrySet().stream()
                        .map(day -> new Day(day.getKey(), totals(day.getValue())))
                        .toList(),
                groups,
                heard.waiting(),
                unread);
    }

    private static Map<Kind, Long> totals(List<Tally> tallies) {
        Map<Kind, Long> totals = new EnumMap<>(Kind.class);
        tallies.forEach(tally -> totals.merge(tally.sample().kind(), tally.reservations(), Long::sum));
        return totals;
    }

    private Uni<List<Group>> groups(List<Tally> tallies) {
        Map<String, List<Tally>> bySignature = tallies.stream()
                .filter(tally -> tally.sample().kind() != Kind.MATCH)
                .collect(Collectors.groupingBy(tally -> tally.sample().signature()));
        return Multi.createFrom()
                .iterable(bySignature.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> group(entry.getKey(), entry.getValue()))
                .collect()
                .asList()
                .map(groups -> groups.stream()
                        .sorted(Comparator.comparingLong(Group::reservations)
                                .reversed()
                                .thenComparing(Group::signature))
                        .toList());
    }

    private Uni<Group> group(String signature, List<Tally> tallies) {
        return verdicts.samples(signature, SAMPLES)
                .map(samples -> new Group(
                        signature,
                        tallies.getFirst().sample().kind(),
                        tallies.stream().mapToLong(Tally::reservations).sum(),
                        samples));
    }

    @Override
    public Uni<Decision<Compared, Refusal>> verdict(Caller caller, LegacyNumber number) {
        return permitted(
                caller,
                () -> rules.all()
                        .chain(all -> verdicts.find(number)
                                .map(found -> found.<Decision<Compared, Refusal>>map(
                                                compared -> Decision.accept(explained(compared, all)))
                                        .orElseGet(() -> Decision.refuse(new NotFound(Thing.LEGACY_RESERVATION))))));
    }

    private Compared explained(Compared compared, List<DifferenceRule> all) {
        return new Compared(
                compared.number(),
                DifferenceRule.explained(compared.verdict(), all, clock.instant()),
                compared.events(),
                compared.changedAt(),
                compared.comparedAt());
    }

    @Override
    public Uni<Decision<List<Gate.Obstacle>, Refusal>> gate(Caller caller, Gate gate) {
        Instant since = clock.instant().minus(gate.reach());
        return permitted(
                caller,
                () -> rules.all()
                        .chain(all -> verdicts.tallies(since).map(tallies -> unexplained(explained(tallies, all))))
                        .chain(differences -> undecodables
                                .count(since)
                                .chain(unread ->
                                        histories.heard(since).map(heard -> evidence(differences + unread, heard))))
                        .map(evidence -> Decision.accept(gate.obstacles(evidence, clock.instant()))));
    }

    private static Evidence evidence(long unexplained, Heard heard) {
        return new Evidence(heard.first().orElse(null), heard.events(), unexplained, heard.waiting());
    }

    private static long unexplained(List<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.sample().kind().isUnexplained())
                .mapToLong(Tally::reservations)
                .sum();
    }

    @Override
    public Uni<Decision<List<ChangeEvent>, Refusal>> shortestHistory(Caller caller, LegacyNumber number) {
        return permitted(caller, () -> failing(number).map(failing -> failing.map(FailingHistory::events)));
    }

    @Override
    public Uni<Decision<RegressionTest, Refusal>> regressionTest(Caller caller, LegacyNumber number) {
        return permitted(
                caller,
                () -> failing(number).map(failing -> failing.map(it -> new RegressionTest(it.name(), it.asTest()))));
    }

    private Uni<Decision<FailingHistory, Refusal>> failing(LegacyNumber number) {
        return histories
                .around(List.of(number))
                .chain(events -> events.isEmpty()
                        ? Proceed.refused(new NotFound(Thing.LEGACY_RESERVATION))
                        : masters.of(events)
                                .map(known -> shortest(number, events, known))
                                .chain(this::withItsMasters));
    }

    /** Of the companies, vehicles and members, only those that the shortest history speaks of. */
    private Uni<Decision<FailingHistory, Refusal>> withItsMasters(Decision<FailingHistory, Refusal> shortest) {
        return Proceed.with(
                shortest,
                failing -> masters.of(failing.events())
                        .map(known -> Decision.accept(new FailingHistory(failing.number(), failing.events(), known))));
    }

    private static Decision<FailingHistory, Refusal> shortest(
            LegacyNumber number, List<ChangeEvent> events, Masters known) {
        return differs(number, events, known)
                ? Decision.accept(new FailingHistory(
                        number, ShortestHistory.of(events, history -> differs(number, history, known)), known))
                : Decision.refuse(new NothingDiffers());
    }

    private static boolean differs(LegacyNumber number, List<ChangeEvent> history, Masters known) {
        return ShadowComparison.of(number, history, known)
                .map(Verdict::kind)
                .filter(Kind::isUnexplained)
                .isPresent();
    }

    @Override
    public Uni<Decision<List<Kept>, Refusal>> undecodable(Caller caller) {
        return permitted(
                caller, () -> undecodables.newest(Verdicts.MOST_SAMPLES).map(Decision::accept));
    }

    private <T> Uni<Decision<T, Refusal>> permitted(Caller caller, Supplier<Uni<Decision<T, Refusal>>> answer) {
        return unitOfWork.reading(
                () -> Proceed.with(Permit.anywhere(caller, Permission.READ_RECONCILIATION), _ -> answer.get()));
    }
}
