package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.reconciliation.CompareHistories;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has legacy reservations compared of which nothing new was heard for a while, on every node. Of nodes that compare the same ones
 * at once, one stores each verdict.
 */
@ApplicationScoped
class ReconciliationTimers {

    private final CompareHistories compare;
    private final MeterRegistry meters;
    private final Chore comparing = new Chore("comparing legacy reservations");

    ReconciliationTimers(CompareHistories compare, MeterRegistry meters) {
        this.compare = compare;
        this.meters = meters;
    }

    @Scheduled(
            identity = "compare-legacy-reservations",
            every = "${motorpool.reconciliation.compared-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> compareQuiet() {
        return comparing.doAllThatIsPermitted(
                () -> compare.compareQuiet(SweepTimer.MOTORPOOL), round -> round.reservations() > 0, this::note);
    }

    /** Verdicts as they are before anybody explained them: what is known today was a difference when it was found. */
    private void note(CompareHistories.Round round) {
        round.verdicts()
                .forEach((kind, number) -> meters.counter("motorpool.reconciliation.verdicts", "kind", kind.name())
                        .increment(number));
    }
}
