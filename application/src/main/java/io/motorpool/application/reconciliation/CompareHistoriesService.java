package io.motorpool.application.reconciliation;

import io.motorpool.application.reconciliation.LegacyHistories.Waiting;
import io.motorpool.application.reconciliation.Verdicts.Compared;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.Masters;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reconciliation.ReconciliationPolicy;
import io.motorpool.domain.reconciliation.ShadowComparison;
import io.motorpool.domain.reconciliation.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A verdict is stored in the unit of work that settles its reservation, and only if nothing new came meanwhile: whoever
 * compared an older history stores nothing. A batch is compared at once, because its reservations share what they ask for.
 */
public final class CompareHistoriesService implements CompareHistories {

    private final UnitOfWork unitOfWork;
    private final LegacyHistories histories;
    private final Verdicts verdicts;
    private final MastersReader masters;
    private final Clock clock;

    public CompareHistoriesService(
            UnitOfWork unitOfWork, LegacyHistories histories, Verdicts verdicts, MasterRecords records, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.histories = histories;
        this.verdicts = verdicts;
        this.masters = new MastersReader(records);
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Round, Refusal>> compareQuiet(Caller caller) {
        return compare(
                caller,
                () -> histories.quiet(clock.instant().minus(ReconciliationPolicy.QUIET), BATCH),
                () -> Uni.createFrom().item(false));
    }

    @Override
    public Uni<Decision<Round, Refusal>> compareUpTo(Caller caller, Position watermark) {
        return compare(caller, () -> histories.upTo(watermark, BATCH), () -> histories.waits(watermark));
    }

    @Override
    public Uni<Decision<Long, Refusal>> replayFrom(Caller caller, Position watermark) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_RECONCILIATION),
                _ -> unitOfWork
                        .inTransaction(() -> histories.reopen(watermark, clock.instant()))
                        .map(Decision::accept));
    }

    private Uni<Decision<Round, Refusal>> compare(
            Caller caller, Supplier<Uni<List<Waiting>>> waiting, Supplier<Uni<Boolean>> others) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_RECONCILIATION),
                _ -> unitOfWork
                        .inTransaction(() -> waiting.get().chain(mine -> compareMine(mine, others)))
                        .map(Decision::accept));
    }

    private Uni<Round> compareMine(List<Waiting> mine, Supplier<Uni<Boolean>> others) {
        Uni<Map<Verdict.Kind, Integer>> compared =
                mine.isEmpty() ? Uni.createFrom().item(Map.of()) : compareTogether(mine);
        return compared.chain(kinds -> mine.size() == BATCH
                ? Uni.createFrom().item(new Round(BATCH, kinds, true))
                : others.get().map(more -> new Round(mine.size(), kinds, more)));
    }

    private Uni<Map<Verdict.Kind, Integer>> compareTogether(List<Waiting> mine) {
        List<LegacyNumber> numbers = mine.stream().map(Waiting::number).toList();
        return histories
                .around(numbers)
                .chain(events -> masters.of(only(numbers, events)).map(known -> compared(numbers, events, known)))
                .chain(compared -> histories
                        .settle(mine)
                        .map(settled -> compared.stream()
                                .filter(each -> settled.contains(each.number()))
                                .toList()))
                .chain(settled -> verdicts.store(settled).replaceWith(() -> kinds(settled)));
    }

    /** The rules ask for the vehicle and the driver of those that are compared, not of those around them. */
    private static List<ChangeEvent> only(List<LegacyNumber> numbers, List<ChangeEvent> events) {
        Set<LegacyNumber> compared = Set.copyOf(numbers);
        return events.stream()
                .filter(event -> compared.contains(event.number()))
                .toList();
    }

    private List<Compared> compared(List<LegacyNumber> numbers, List<ChangeEvent> events, Masters known) {
        Map<LegacyNumber, List<ChangeEvent>> heard =
                events.stream().collect(Collectors.groupingBy(ChangeEvent::number));
        Instant now = clock.instant();
        return ShadowComparison.of(numbers, events, known).entrySet().stream()
                .map(each ->
                        compared(each.getKey(), each.getValue(), heard.getOrDefault(each.getKey(), List.of()), now))
                .toList();
    }

    private static Compared compared(LegacyNumber number, Verdict verdict, List<ChangeEvent> own, Instant now) {
        return new Compared(number, verdict, own.size(), changedAt(own), now);
    }

    private static Instant changedAt(List<ChangeEvent> own) {
        return own.stream().map(ChangeEvent::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Map<Verdict.Kind, Integer> kinds(List<Compared> compared) {
        Map<Verdict.Kind, Integer> kinds = new EnumMap<>(Verdict.Kind.class);
        compared.forEach(each -> kinds.merge(each.verdict().kind(), 1, Integer::sum));
        return kinds;
    }
}
