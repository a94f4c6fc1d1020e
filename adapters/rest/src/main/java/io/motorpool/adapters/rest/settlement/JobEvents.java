package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.RefusedException;
import io.motorpool.adapters.rest.settlement.SettlementJobBody.ItemBody;
import io.motorpool.adapters.rest.settlement.SettlementJobBody.ProgressBody;
import io.motorpool.application.settlement.SettlementJob;
import io.motorpool.application.settlement.SettlementJob.Outcome;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A job's progress as events. The job is looked at again and again, because it may be worked on by any node; what is looked at
 * is what is stored, so it does not matter which node is asked, nor whether one was restarted meanwhile.
 */
final class JobEvents {

    static final Duration PAUSE = Duration.ofMillis(500);

    /** Whoever wants to watch for longer asks again, with a token that is still good. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A connection on which nothing is heard is cut off by those in between. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final Set<CompanyId> told = new HashSet<>();
    private final Duration pause;
    private int silent;

    private JobEvents(Duration pause) {
        this.pause = pause;
    }

    static Multi<JobEventBody> of(Supplier<Uni<Decision<SettlementJob, Refusal>>> look, Duration pause) {
        JobEvents events = new JobEvents(pause);
        Executor own = ofCaller();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .deferred(look::get)
                        .map(JobEvents::accepted)
                        .runSubscriptionOn(own))
                .withDelay(pause)
                .until(new Ending()::isReached)
                .select()
                .first(LONGEST.dividedBy(pause))
                .onItem()
                .transformToMultiAndConcatenate(job -> Multi.createFrom().items(events.since(job).stream()));
    }

    /** A unit of work belongs to the context of the request, and a pause ends on another thread. */
    private static Executor ofCaller() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(_ -> command.run());
    }

    private static SettlementJob accepted(Decision<SettlementJob, Refusal> decision) {
        return decision.fold(job -> job, refusal -> {
            throw new RefusedException(refusal);
        });
    }

    /** The last look is told as well, and only then it ends. */
    private static final class Ending {

        private boolean done;

        boolean isReached(SettlementJob job) {
            boolean reached = done;
            done = job.isDone();
            return reached;
        }
    }

    private List<JobEventBody> since(SettlementJob job) {
        boolean first = told.isEmpty() && silent == 0;
        List<ItemBody> settled = job.items().stream()
                .filter(item -> !(item.outcome() instanceof Outcome.Waiting))
                .filter(item -> told.add(item.company()))
                .map(ItemBody::of)
                .toList();
        silent++;
        if (!first && settled.isEmpty() && pause.multipliedBy(silent).compareTo(LONGEST_SILENCE) < 0) {
            return List.of();
        }
        silent = 1;
        return List.of(new JobEventBody(ProgressBody.of(job), settled));
    }
}
