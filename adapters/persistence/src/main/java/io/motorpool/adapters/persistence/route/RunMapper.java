package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.RunStatus;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Between rows and runs. */
final class RunMapper {

    /** What {@link #run} reads, for a table that is called {@code t}. */
    static final String COLUMNS =
            "t.id, t.company_id, t.route_id, t.slot_id, t.departure, t.status, t.left_at, t.arrived_at, t.cause, t.cancelled_at, t.version";

    private RunMapper() {}

    static Versioned<Run> run(Columns columns) {
        RunPlan plan = new RunPlan(
                new RunId(columns.uuid()),
                new CompanyId(columns.uuid()),
                new RouteId(columns.uuid()),
                new SlotId(columns.uuid()),
                columns.instant());
        Run run =
                switch (columns.constant(RunStatus.class)) {
                    case SCHEDULED -> new Run.Scheduled(plan);
                    case IN_PROGRESS -> new Run.InProgress(plan, columns.instant());
                    case COMPLETED -> new Run.Completed(plan, columns.instant(), columns.instant());
                    case CANCELLED -> cancelled(plan, columns);
                };
        columns.skipTo(10);
        return new Versioned<>(run, new Version(columns.longNumber()));
    }

    private static Run cancelled(RunPlan plan, Columns columns) {
        columns.skip(2);
        return new Run.Cancelled(plan, columns.constant(CancellationCause.class), columns.instant());
    }

    static @Nullable Instant left(Run run) {
        return switch (run) {
            case Run.InProgress driving -> driving.left();
            case Run.Completed completed -> completed.left();
            case Run.Scheduled _, Run.Cancelled _ -> null;
        };
    }

    static @Nullable Instant arrived(Run run) {
        return run instanceof Run.Completed completed ? completed.arrived() : null;
    }

    static @Nullable String cause(Run run) {
        return run instanceof Run.Cancelled cancelled ? cancelled.cause().name() : null;
    }

    static @Nullable Instant cancelled(Run run) {
        return run instanceof Run.Cancelled cancelled ? cancelled.at() : null;
    }
}
