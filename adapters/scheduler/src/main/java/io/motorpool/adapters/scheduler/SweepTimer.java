package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.reservation.SweepReservations;
import io.motorpool.application.reservation.SweepReservations.Report;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.shared.UserId;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Has overdue vehicles and absent drivers looked for. Runs on every node; a step that one has taken is done. */
@ApplicationScoped
class SweepTimer {

    /** Whom the audit trail names when nobody asked: Motorpool itself. */
    static final Caller MOTORPOOL = new Caller(
            new UserId(UUID.fromString("00000000-0000-0000-0000-00000000000a")),
            new Profile.Division(),
            Set.of(Role.SCHEDULER));

    private static final Logger LOG = Logger.getLogger(SweepTimer.class);

    private final SweepReservations sweeps;
    private final MeterRegistry meters;
    private final Standing lateReturns = new Standing("the sweep for late returns");
    private final Standing noShows = new Standing("the sweep for no-shows");

    SweepTimer(SweepReservations sweeps, MeterRegistry meters) {
        this.sweeps = sweeps;
        this.meters = meters;
    }

    /** Late returns first: whoever waits for a vehicle that is late has not failed to show. */
    @Scheduled(identity = "sweeps", every = "${motorpool.sweeps.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return run("late-returns", lateReturns, sweeps::lateReturns)
                .chain(() -> run("no-shows", noShows, sweeps::noShows));
    }

    private Uni<Void> run(
            String sweep, Standing standing, Function<Caller, Uni<Decision<Report, Refusal>>> lookForSteps) {
        return Uni.createFrom()
                .deferred(() -> lookForSteps.apply(MOTORPOOL))
                .map(SweepTimer::accepted)
                .invoke(report -> count(sweep, report))
                .invoke(standing::worked)
                .onFailure()
                .invoke(standing::failed)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void count(String sweep, Report report) {
        count(sweep, "taken", report.taken());
        count(sweep, "failed", report.failed());
        count(sweep, "left", report.examined() - report.taken() - report.failed());
        if (report.failed() > 0) {
            LOG.warnf(
                    "sweep for %s: %d examined, %d taken, %d failed",
                    sweep, report.examined(), report.taken(), report.failed());
        } else if (report.taken() > 0) {
            LOG.infof("sweep for %s: %d examined, %d taken", sweep, report.examined(), report.taken());
        }
    }

    private void count(String sweep, String outcome, int steps) {
        meters.counter("motorpool.sweeps.steps", "sweep", sweep, "outcome", outcome)
                .increment(steps);
    }

    /** The scheduler's role is made for this, so a refusal is a mistake of ours. */
    private static Report accepted(Decision<Report, Refusal> decision) {
        return switch (decision) {
            case Accepted<Report, Refusal>(var report) -> report;
            case Refused<Report, Refusal>(var reason) ->
                throw new IllegalStateException("refused: " + reason.getClass().getSimpleName());
        };
    }
}
