package io.motorpool.domain.route;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.route.RouteEvent.RunCancelled;
import io.motorpool.domain.route.RouteEvent.RunCompleted;
import io.motorpool.domain.route.RouteEvent.RunPlanned;
import io.motorpool.domain.route.RouteEvent.RunStarted;
import io.motorpool.domain.route.RouteRefusal.ArrivalImplausible;
import io.motorpool.domain.route.RouteRefusal.DepartureImplausible;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.RouteRefusal.NotPossibleForRun;
import io.motorpool.domain.route.RouteRefusal.RunStep;
import java.time.Duration;
import java.time.Instant;

/**
 * One planned departure. It is scheduled; then it leaves, and arrives or breaks off; or it is cancelled before. The run
 * protects this life cycle and that what is reported of it can be true. Once its month is settled nothing is reported any
 * more.
 */
public sealed interface Run {

    /** How far from the timetable a vehicle can really leave: what is farther off is a slip of the hand. */
    Duration DEPARTURE_REACH = Duration.ofHours(6);

    /** No run of a shuttle takes longer. */
    Duration LONGEST = Duration.ofHours(12);

    RunPlan plan();

    RunStatus status();

    default RunId id() {
        return plan().id();
    }

    /** What a run became, and the fact to tell. */
    record Changed<R extends Run>(R run, RouteEvent fact) {}

    static Changed<Scheduled> plan(RunPlan plan, Instant now) {
        return new Changed<>(
                new Scheduled(plan), new RunPlanned(plan.id(), plan.company(), plan.slot(), plan.departure(), now));
    }

    /** Takes the report of a departure, provided that the run still waits for one. */
    default Decision<Changed<InProgress>, RouteRefusal> depart(Instant left, ClosedMonths closed, Instant now) {
        return whileOpen(closed).then(_ -> switch (this) {
            case Scheduled scheduled -> scheduled.depart(left, now);
            case InProgress _, Completed _, Cancelled _ -> notPossible(RunStep.DEPART);
        });
    }

    /** Takes the report of an arrival, provided that the run is on its way. */
    default Decision<Changed<Completed>, RouteRefusal> arrive(Instant arrived, ClosedMonths closed, Instant now) {
        return whileOpen(closed).then(_ -> switch (this) {
            case InProgress driving -> driving.arrive(arrived, now);
            case Scheduled _, Completed _, Cancelled _ -> notPossible(RunStep.ARRIVE);
        });
    }

    /** Takes both reports at once, as a division without a live feed sends them on the next day. */
    default Decision<Changed<Completed>, RouteRefusal> complete(
            Instant left, Instant arrived, ClosedMonths closed, Instant now) {
        return whileOpen(closed).then(_ -> switch (this) {
            case Scheduled scheduled ->
                scheduled.depart(left, now).then(departed -> departed.run().arrive(arrived, now));
            case InProgress _, Completed _, Cancelled _ -> notPossible(RunStep.COMPLETE);
        });
    }

    /** It does not take place, or broke off on the way. What was completed is not cancelled but annulled. */
    default Decision<Changed<Cancelled>, RouteRefusal> cancel(
            CancellationCause cause, ClosedMonths closed, Instant now) {
        return whileOpen(closed).then(_ -> switch (this) {
            case Scheduled _, InProgress _ -> accept(cancelled(plan(), cause, now));
            case Completed _, Cancelled _ -> notPossible(RunStep.CANCEL);
        });
    }

    /** It was reported as completed by mistake. If it was charged, the charge is credited with it. */
    default Decision<Changed<Cancelled>, RouteRefusal> annul(ClosedMonths closed, Instant now) {
        return whileOpen(closed).then(_ -> switch (this) {
            case Completed _ -> accept(cancelled(plan(), CancellationCause.REPORTED_BY_MISTAKE, now));
            case Scheduled _, InProgress _, Cancelled _ -> notPossible(RunStep.ANNUL);
        });
    }

    /** Waits for its departure. */
    record Scheduled(RunPlan plan) implements Run {

        @Override
        public RunStatus status() {
            return RunStatus.SCHEDULED;
        }

        /** The timetable does not ask for it any more. */
        public Changed<Cancelled> drop(Instant now) {
            return Run.cancelled(plan, CancellationCause.TIMETABLE_CHANGED, now);
        }

        private Decision<Changed<InProgress>, RouteRefusal> depart(Instant left, Instant now) {
            Duration off = Duration.between(plan.departure(), left).abs();
            return left.isAfter(now) || off.compareTo(DEPARTURE_REACH) > 0
                    ? refuse(new DepartureImplausible(plan.departure(), left))
                    : accept(new Changed<>(
                            new InProgress(plan, left), new RunStarted(plan.id(), plan.company(), plan.slot(), now)));
        }
    }

    /** On its way. */
    record InProgress(RunPlan plan, Instant left) implements Run {

        @Override
        public RunStatus status() {
            return RunStatus.IN_PROGRESS;
        }

        private Decision<Changed<Completed>, RouteRefusal> arrive(Instant arrived, Instant now) {
            boolean implausible = arrived.isAfter(now) || !arrived.isAfter(left) || arrived.isAfter(left.plus(LONGEST));
            return implausible
                    ? refuse(new ArrivalImplausible(left, arrived))
                    : accept(new Changed<>(
                            new Completed(plan, left, arrived),
                            new RunCompleted(plan.id(), plan.company(), plan.slot(), now)));
        }
    }

    /** Driven: this is what is charged. */
    record Completed(RunPlan plan, Instant left, Instant arrived) implements Run {

        @Override
        public RunStatus status() {
            return RunStatus.COMPLETED;
        }
    }

    /** Not driven, or not to its end: nothing is charged. */
    record Cancelled(RunPlan plan, CancellationCause cause, Instant at) implements Run {

        @Override
        public RunStatus status() {
            return RunStatus.CANCELLED;
        }

        /** The timetable that dropped it has it again. */
        public Changed<Scheduled> reinstate(Instant now) {
            return Run.plan(plan, now);
        }
    }

    /** Why a run did not take place. */
    enum CancellationCause {
        COMPANY_REQUEST,
        BREAKDOWN,
        WEATHER,
        NO_CHAUFFEUR,
        TIMETABLE_CHANGED,
        REPORTED_BY_MISTAKE;

        /** Whether somebody reports it. The others follow from what else is done. */
        public boolean isReported() {
            return switch (this) {
                case COMPANY_REQUEST, BREAKDOWN, WEATHER, NO_CHAUFFEUR -> true;
                case TIMETABLE_CHANGED, REPORTED_BY_MISTAKE -> false;
            };
        }
    }

    private static Changed<Cancelled> cancelled(RunPlan plan, CancellationCause cause, Instant now) {
        return new Changed<>(
                new Cancelled(plan, cause, now), new RunCancelled(plan.id(), plan.company(), plan.slot(), now));
    }

    private Decision<Run, RouteRefusal> whileOpen(ClosedMonths closed) {
        return closed.contain(plan().serviceDate()) ? refuse(new MonthClosed(plan().month())) : accept(this);
    }

    private <R extends Run> Decision<Changed<R>, RouteRefusal> notPossible(RunStep step) {
        return refuse(new NotPossibleForRun(status(), step));
    }
}
