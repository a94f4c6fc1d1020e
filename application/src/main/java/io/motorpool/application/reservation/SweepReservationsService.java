package io.motorpool.application.reservation;

import io.motorpool.application.shared.Page;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One reservation after the other, each in a unit of work of its own: one that fails holds up no other. A sweep goes
 * through all that are due, page after page, so those that cannot be moved on now, however many, hold up nobody either.
 */
public final class SweepReservationsService implements SweepReservations {

    private static final Reason TIME_HAS_PASSED = new Reason(Reason.TimerCode.TIMER, "time has passed");

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
        return sweep(caller, reader::overdue, recordLateReturn::recordLateReturn);
    }

    @Override
    public Uni<Decision<Report, Refusal>> noShows(Caller caller) {
        return sweep(caller, reader::lapsed, markNoShow::markNoShow);
    }

    /** Who is due by an instant. */
    private interface Due {
        Uni<Page<ReservationId>> by(Instant now, Page.Request page);
    }

    /** How far a sweep has come. */
    private static final class Progress {

        private Optional<Page.Cursor> reached = Optional.empty();

        Page.Request ahead() {
            return new Page.Request(Page.Request.LARGEST, reached);
        }

        void past(Page<ReservationId> page) {
            reached = page.next();
        }
    }

    private Uni<Decision<Report, Refusal>> sweep(
            Caller caller, Due due, Function<ReservationChange, Uni<Decision<ReservationView, Refusal>>> step) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_SWEEPS),
                allowed -> pages(due, clock.instant())
                        .onItem()
                        .transformToUniAndConcatenate(page -> each(allowed, page.items(), step))
                        .collect()
                        .with(Collectors.reducing(Report.NOTHING, Report::and))
                        .map(Decision::accept));
    }

    /** All that are due when the sweep begins. */
    private Multi<Page<ReservationId>> pages(Due due, Instant now) {
        return Multi.createBy()
                .repeating()
                .uni(
                        Progress::new,
                        progress -> unitOfWork
                                .reading(() -> due.by(now, progress.ahead()))
                                .invoke(progress::past))
                .whilst(page -> page.next().isPresent());
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
                .with(Collectors.reducing(Report.NOTHING, Report::and));
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
