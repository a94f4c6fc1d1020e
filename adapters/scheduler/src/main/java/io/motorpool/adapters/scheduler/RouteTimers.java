package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.route.CapturePrices;
import io.motorpool.application.route.PlanRuns;
import io.motorpool.application.settlement.RegisterVehicles;
import io.motorpool.domain.shared.BusinessZone;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Has runs planned, prices captured and vehicles registered, on every node: each of it is done once, however many nodes
 * begin, and an operator can ask for it at any time.
 */
@ApplicationScoped
class RouteTimers {

    private static final Logger LOG = Logger.getLogger(RouteTimers.class);

    private final PlanRuns plan;
    private final CapturePrices capture;
    private final RegisterVehicles register;
    private final RouteTimersConfig config;
    private final Clock clock;
    private final Counter planned;
    private final Counter captured;
    private final Counter asked;
    private final Chore planning = new Chore("planning runs");
    private final Chore capturing = new Chore("capturing prices");
    private final Chore registering = new Chore("registering vehicles");

    RouteTimers(
            PlanRuns plan,
            CapturePrices capture,
            RegisterVehicles register,
            RouteTimersConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.plan = plan;
        this.capture = capture;
        this.register = register;
        this.config = config;
        this.clock = clock;
        this.planned = Counter.builder("motorpool.runs.planned")
                .description("Runs that this node added because a timetable asks for them")
                .register(meters);
        this.captured = Counter.builder("motorpool.prices.captured")
                .description("Runs whose price this node copied")
                .register(meters);
        this.asked = Counter.builder("motorpool.vehicles.asked")
                .description("How often this node asked the ERP's register about a vehicle")
                .register(meters);
    }

    @Scheduled(
            identity = "plan-runs",
            every = "${motorpool.routes.planned-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> planRuns() {
        LocalDate today = today();
        return planning.doWhatIsPermitted(
                () -> plan.plan(SweepTimer.MOTORPOOL, Optional.empty(), today, today.plusDays(config.daysAhead())),
                this::note);
    }

    /** The month before too: what was driven on its last evening is often reported the morning after. */
    @Scheduled(
            identity = "capture-prices",
            every = "${motorpool.routes.captured-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> capturePrices() {
        YearMonth month = YearMonth.from(today());
        return capture(month.minusMonths(1)).chain(() -> capture(month));
    }

    private Uni<Void> capture(YearMonth month) {
        return capturing.doWhatIsPermitted(
                () -> capture.capture(SweepTimer.MOTORPOOL, Optional.empty(), month), this::note);
    }

    @Scheduled(
            identity = "register-vehicles",
            every = "${motorpool.routes.registered-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> registerVehicles() {
        return registering.doAllThatIsPermitted(
                () -> register.registerNext(SweepTimer.MOTORPOOL), found -> found, _ -> asked.increment());
    }

    private void note(PlanRuns.Report report) {
        planned.increment(report.added());
        if (report.failed() > 0) {
            LOG.warnf("%d slots could not be planned; the next time tries them again", report.failed());
        }
    }

    private void note(CapturePrices.Report report) {
        captured.increment(report.runs());
        if (!report.failed().isEmpty()) {
            LOG.warnf(
                    "prices of %d companies could not be captured; the next time tries them again",
                    report.failed().size());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessZone.SEOUL);
    }
}
