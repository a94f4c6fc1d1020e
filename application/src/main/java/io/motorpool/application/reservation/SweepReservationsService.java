package io.motorpool.application.reservation;

import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** One reservation after the other, each in a unit of work of its own: one that fails holds up no other. */
public final class SweepReservationsService implements SweepReservations {

    private static final int AT_A_TIME = 200;
    private static final Reason TIME_HAS_PASSED = new Reason(Reason.ReasonCode.TIMER, "time has passed");

    private final UnitOfWork unitOfWork;
    private final ReservationReader reader;
    private final RecordLateReturn recordLateReturn;
    private final MarkNoShow markNoShow;
    private final Clock clock;

    public SweepReservationsService(
            UnitOfWork unitOfWork,
            ReservationReader reader,
            RecordLateReturn recordLateReturn,
            MarkNoShow markNoShow,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.reader = reader;
        this.recordLateReturn = recordLateReturn;
        this.markNoShow = markNoShow;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Report, Refusal>> lateReturns(Caller caller) {
        return sweep(caller, () -> reader.overdue(clock.instant(), AT_A_TIME), recordLateReturn::recordLateReturn);
    }

    @Override
    public Uni<Decision<Report, Refusal>> noShows(Caller caller) {
        return sweep(caller, () -> reader.lapsed(clock.instant(), AT_A_TIME), markNoShow::markNoShow);
    }

    private Uni<Decision<Report, Refusal>> sweep(
            Caller caller,
            Supplier<Uni<List<ReservationId>>> due,
            Function<ReservationChange, Uni<Decision<ReservationView, Refusal>>> step) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_SWEEPS),
                allowed -> unitOfWork
                        .reading(due)
                        .chain(ids -> each(allowed, ids, step))
                        .map(Decision::accept));
    }

    private Uni<Report> each(
            Caller caller,
            List<ReservationId> ids,
            Function<ReservationChange, Uni<Decision<ReservationView, Refusal>>> step) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> unitOfWork
                        .reading(() -> reader.view(id))
                        .chain(found -> found.map(seen -> one(caller, seen, step))
                                .orElseGet(() -> Uni.createFrom().item(Report.NOTHING)))
                        .onFailure(RuntimeException.class)
                        .recoverWithItem(new Report(1, 0, 1)))
                .collect()
                .in(() -> new Report[] {Report.NOTHING}, (sum, report) -> sum[0] = sum[0].and(report))
                .map(sum -> sum[0]);
    }

    /** On the version it saw: what another node has done in between is not counted as done here. */
    private static Uni<Report> one(
            Caller caller,
            ReservationView seen,
            Function<ReservationChange, Uni<Decision<ReservationView, Refusal>>> step) {
        return step.apply(new ReservationChange(caller, seen.id(), seen.version(), TIME_HAS_PASSED))
                .map(decision -> decision.fold(
                        after -> new Report(1, after.version().equals(seen.version()) ? 0 : 1, 0),
                        _ -> new Report(1, 0, 0)));
    }
}
