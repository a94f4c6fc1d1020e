package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.settlement.PostSettlements;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has confirmed settlements brought into the ERP, on every node. Whatever one node has begun is left to it until its lease is over. */
@ApplicationScoped
class SettlementTimers {

    private final PostSettlements post;
    private final Counter asked;
    private final Chore posting = new Chore("posting settlements");

    SettlementTimers(PostSettlements post, MeterRegistry meters) {
        this.post = post;
        this.asked = Counter.builder("motorpool.settlements.asked")
                .description("How often this node asked the ERP to bill a settlement")
                .register(meters);
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
