package io.motorpool.adapters.rest.reservation;

import io.motorpool.application.reservation.Notes;
import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReservationReader.Neighbour;
import io.motorpool.application.reservation.ReservationReader.Neighbours;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows one reservation, and what it was asked. */
final class AskedQueries implements ReservationQueries {

    private static final Neighbours BEFORE_ONLY =
            new Neighbours(Optional.of(new Neighbour(new PersonName("김민수"), Given.PERIOD)), Optional.empty());

    Map<String, Object> searched = Map.of();

    @Override
    public Uni<Decision<ReservationView, Refusal>> one(Caller caller, ReservationId id) {
        return id.equals(Given.RUNNING.id())
                ? Proceed.done(Given.RUNNING)
                : Proceed.refused(new NotFound(Thing.RESERVATION));
    }

    @Override
    public Uni<Decision<Page<ReservationView>, Refusal>> search(
            Caller caller, Optional<CompanyId> company, Filter filter, Page.Request page) {
        searched = Map.of("company", company, "filter", filter, "page", page);
        return Proceed.done(new Page<>(List.of(Given.RUNNING), Optional.empty()));
    }

    @Override
    public Uni<Decision<Neighbours, Refusal>> neighbours(Caller caller, ReservationId id) {
        return Proceed.done(BEFORE_ONLY);
    }

    @Override
    public Uni<Decision<Neighbours, Refusal>> neighbours(Caller caller, VehicleId vehicle, Period period) {
        return Proceed.done(BEFORE_ONLY);
    }

    @Override
    public Uni<Decision<List<Notes.Note>, Refusal>> notes(Caller caller, ReservationId id) {
        return Proceed.done(List.of());
    }
}
