package io.motorpool.application.reconciliation;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.Vehicles;
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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A verdict is stored in the unit of work that settles its reservation, and only if nothing new came meanwhile: whoever
 * compared an older history stores nothing.
 */
public final class CompareHistoriesService implements CompareHistories {

    private final UnitOfWork unitOfWork;
    private final LegacyHistories histories;
    private final Verdicts verdicts;
    private final MastersReader masters;
    private final Clock clock;

    public CompareHistoriesService(
            UnitOfWork unitOfWork,
            LegacyHistories histories,
            Verdicts verdicts,
            Companies companies,
            Vehicles vehicles,
            Members members,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.histories = histories;
        this.verdicts = verdicts;
        this.masters = new MastersReader(companies, vehicles, members);
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Integer, Refusal>> compareQuiet(Caller caller) {
        return compare(caller, () -> histories.quiet(clock.instant().minus(ReconciliationPolicy.QUIET), BATCH));
    }

    @Override
    public Uni<Decision<Integer, Refusal>> compareUpTo(Caller caller, Position watermark) {
        return compare(caller, () -> histories.upTo(watermark, BATCH));
    }

    @Override
    public Uni<Decision<Long, Refusal>> replayFrom(Caller caller, Position watermark) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_RECONCILIATION),
                _ -> unitOfWork
                        .inTransaction(() -> histories.reopen(watermark, clock.instant()))
                        .map(Decision::accept));
    }

    private Uni<Decision<Integer, Refusal>> compare(Caller caller, Supplier<Uni<List<Waiting>>> waiting) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_RECONCILIATION),
                _ -> unitOfWork.reading(waiting).chain(this::compareAll).map(Decision::accept));
    }

    private Uni<Integer> compareAll(List<Waiting> waiting) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(each -> unitOfWork.inTransaction(() -> compare(each)))
                .collect()
                .last()
                .replaceWith(waiting.size());
    }

    private Uni<Void> compare(Waiting waiting) {
        return histories
                .around(waiting.number())
                .chain(events -> masters.of(events).map(known -> compared(waiting.number(), events, known)))
                .chain(compared -> histories
                        .settle(waiting)
                        .chain(settled -> settled && compared.isPresent()
                                ? verdicts.store(compared.get())
                                : Uni.createFrom().voidItem()));
    }

    private Optional<Compared> compared(LegacyNumber number, List<ChangeEvent> events, Masters known) {
        List<ChangeEvent> own =
                events.stream().filter(event -> event.number().equals(number)).toList();
        return ShadowComparison.of(number, events, known)
                .map(verdict -> new Compared(number, verdict, own.size(), changedAt(own), clock.instant()));
    }

    private static Instant changedAt(List<ChangeEvent> own) {
        return own.stream().map(ChangeEvent::at).max(Comparator.naturalOrder()).orElseThrow();
    }
}
