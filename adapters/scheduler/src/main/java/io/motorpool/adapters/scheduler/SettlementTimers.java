package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.settlement.PostSettlements;
import io.motorpool.application.settlement.PressSettlement;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Has companies settled that were pressed for, and confirmed settlements brought into the ERP, on every node. Whatever one
 * node has begun is left to it until its lease is over.
 */
@ApplicationScoped
class SettlementTimers {

    private final PressSettlement press;
    private final PostSettlements post;
    private final Counter settled;
    private final Counter asked;
    private final Chore pressing = new Chore("settling what was pressed for");
    private final Chore posting = new Chore("posting settlements");

    SettlementTimers(PressSettlement press, PostSettlements post, MeterRegistry meters) {
        this.press = press;
        this.post = post;
        this.settled = Counter.builder("motorpool.settlements.worked.on")
                .description("Companies that this node took from a press, whatever became of them")
                .register(meters);
        this.asked = Counter.builder("motorpool.settlements.asked")
                .description("How often this node asked the ERP to bill a settlement")
                .register(meters);
    }

    @Scheduled(
            identity = "work-on-presses",
            every = "${motorpool.settlement.worked-on-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> workOnPresses() {
        return pressing.doAllThatIsPermitted(
                () -> press.workOn(SweepTimer.MOTORPOOL), found -> found, _ -> settled.increment());
    }

    @Scheduled(
            identity = "post-settlements",
            every = "${motorpool.settlement.posted-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> postSettlements() {
        return posting.doAllThatIsPermitted(
                () -> post.postNext(SweepTimer.MOTORPOOL), Optional::isPresent, _ -> asked.increment());
    }
}
