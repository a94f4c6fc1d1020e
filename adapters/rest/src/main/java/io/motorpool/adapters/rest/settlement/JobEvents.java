package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Watch;
import io.motorpool.adapters.rest.settlement.SettlementJobBody.ItemBody;
import io.motorpool.adapters.rest.settlement.SettlementJobBody.ProgressBody;
import io.motorpool.application.settlement.SettlementJob;
import io.motorpool.application.settlement.SettlementJob.Outcome;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A job's progress as events, each company once. */
final class JobEvents {

    private final Set<CompanyId> told = new HashSet<>();
    private final Watch watch;
    private int silent;

    private JobEvents(Watch watch) {
        this.watch = watch;
    }

    static Multi<JobEventBody> of(Supplier<Uni<Decision<SettlementJob, Refusal>>> look, Duration pause) {
        Watch watch = new Watch(pause);
        JobEvents events = new JobEvents(watch);
        return watch.looks(look, SettlementJob::isDone)
                .onItem()
                .transformToMultiAndConcatenate(job -> Multi.createFrom().items(events.since(job).stream()));
    }

    private List<JobEventBody> since(SettlementJob job) {
        boolean first = told.isEmpty() && silent == 0;
        List<ItemBody> settled = job.items().stream()
                .filter(item -> !(item.outcome() instanceof Outcome.Waiting))
                .filter(item -> told.add(item.company()))
                .map(ItemBody::of)
                .toList();
        silent++;
        if (!first && settled.isEmpty() && !watch.isTooLong(silent)) {
            return List.of();
        }
        silent = 1;
        return List.of(new JobEventBody(ProgressBody.of(job), settled));
    }
}
