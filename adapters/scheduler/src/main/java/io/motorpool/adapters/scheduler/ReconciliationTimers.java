package io.motorpool.adapters.scheduler;

import io.motorpool.application.reconciliation.CompareHistories;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has legacy reservations compared of which nothing new was heard for a while, on every node. Nodes that
 * compare at once have different ones.
 */
@ApplicationScoped
class ReconciliationTimers {

    private final CompareHistories compare;
    private final Chore comparing = new Chore("comparing legacy reservations");

    ReconciliationTimers(CompareHistories compare) {
        this.compare = compare;
    }

    @Scheduled(
            identity = "compare-legacy-reservations",
            every = "${motorpool.reconciliation.compared-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> compareQuiet() {
        return comparing.doAllThatIsPermitted(
                () -> compare.compareQuiet(SweepTimer.MOTORPOOL), round -> round.reservations() > 0, _ -> {});
    }
}
