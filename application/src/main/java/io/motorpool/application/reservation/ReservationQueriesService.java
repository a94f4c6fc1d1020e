package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReservationReader.Neighbours;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers from views. */
public final class ReservationQueriesService implements ReservationQueries {

    private final UnitOfWork unitOfWork;
    private final ReservationReader reader;
    private final VehicleOwners owners;
    private final Notes notes;

    public ReservationQueriesService(
            UnitOfWork unitOfWork, ReservationReader reader, VehicleOwners owners, Notes notes) {
        this.unitOfWork = unitOfWork;
        this.reader = reader;
        this.owners = owners;
        this.notes = notes;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> one(Caller caller, ReservationId id) {
        return unitOfWork.reading(() -> visible(caller, id));
    }

    @Override
    public Uni<Decision<Page<ReservationView>, Refusal>> search(
            Caller caller, Optional<CompanyId> company, Filter filter, Page.Request page) {
        CompanyScope scope = CompanyScope.of(caller, company);
        if (caller.holds(Permission.READ_ALL_RESERVATIONS)) {
            return unitOfWork.reading(() -> reader.search(scope, filter, page).map(Decision::accept));
        }
        if (!caller.holds(Permission.RESERVE)) {
            return Proceed.refused(new NotPermitted(Permission.RESERVE));
        }
        return filter.driver() == null || filter.driver().equals(caller.user())
                ? unitOfWork.reading(() ->
                        reader.search(scope, filter.onlyOf(caller.user()), page).map(Decision::accept))
                : Proceed.done(new Page<>(List.of(), Optional.empty()));
    }

    @Override
    public Uni<Decision<Neighbours, Refusal>> neighbours(Caller caller, ReservationId id) {
        return unitOfWork.reading(() -> Proceed.with(
                visible(caller, id),
                view -> reader.neighbours(view.company(), view.vehicle(), view.period(), view.id())
                        .map(Neighbours::masked)
                        .map(Decision::accept)));
    }

    @Override
    public Uni<Decision<Neighbours, Refusal>> neighbours(Caller caller, VehicleId vehicle, Period period) {
        return unitOfWork.reading(() -> owners.ownerOf(vehicle)
                .chain(owner -> Proceed.with(
                        Permit.to(caller, Permission.READ_FLEET, Thing.VEHICLE, owner, Function.identity()),
                        company -> reader.neighbours(company, vehicle, period, null)
                                .map(Neighbours::masked)
                                .map(Decision::accept))));
    }

    @Override
    public Uni<Decision<List<Notes.Note>, Refusal>> notes(Caller caller, ReservationId id) {
        return unitOfWork.reading(() -> Proceed.with(
                visible(caller, id),
                view -> caller.holds(Permission.SUPPORT_RESERVATIONS)
                        ? notes.of(view.id()).map(Decision::accept)
                        : Proceed.refused(new NotPermitted(Permission.SUPPORT_RESERVATIONS))));
    }

    private Uni<Decision<ReservationView, Refusal>> visible(Caller caller, ReservationId id) {
        return reader.view(id)
                .map(found -> found.filter(view -> caller.reaches(view.company()))
                        .filter(view -> caller.holds(Permission.READ_ALL_RESERVATIONS)
                                || (caller.holds(Permission.RESERVE)
                                        && view.driver().equals(caller.user())))
                        .<Decision<ReservationView, Refusal>>map(Decision::accept)
                        .orElseGet(() -> Decision.refuse(new NotFound(Thing.RESERVATION))));
    }
}
