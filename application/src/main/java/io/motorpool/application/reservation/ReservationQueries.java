package io.motorpool.application.reservation;

import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReservationReader.Neighbours;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What callers want to know about reservations. */
public interface ReservationQueries {

    Uni<Decision<ReservationView, Refusal>> one(Caller caller, ReservationId id);

    /** Members find their own; those who may read all find all of their company. */
    Uni<Decision<Page<ReservationView>, Refusal>> search(
            Caller caller, Optional<CompanyId> company, Filter filter, Page.Request page);

    /** Who had the reserved vehicle before, and who has it next, with masked names (P10). */
    Uni<Decision<Neighbours, Refusal>> neighbours(Caller caller, ReservationId id);

    /** The same about a period that is not reserved. */
    Uni<Decision<Neighbours, Refusal>> neighbours(Caller caller, VehicleId vehicle, Period period);

    Uni<Decision<List<Notes.Note>, Refusal>> notes(Caller caller, ReservationId id);
}
