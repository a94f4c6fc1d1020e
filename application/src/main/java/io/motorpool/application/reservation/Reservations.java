package io.motorpool.application.reservation;

import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All reservations, each together with the time that it takes of its vehicle. */
public interface Reservations {

    Uni<Optional<Versioned<Reservation>>> find(ReservationId id);

    /**
     * The reservations, for changing them: until the unit of work ends, nobody else changes what their vehicles, the
     * other vehicles named, or their drivers have planned. What is asked for in one call is locked in one order, so two
     * callers never wait for each other. Unknown ones are left out.
     */
    Uni<List<Versioned<Reservation>>> lock(Collection<ReservationId> ids, Collection<VehicleId> otherVehicles);

    /**
     * Stores a new reservation, provided that its vehicle and its driver are still free at that time. It never waits
     * with something in hand, so racing callers cannot deadlock.
     *
     * @return whether it was stored; if not, nothing was
     */
    Uni<Boolean> add(Reservation.Reserved reservation);

    /**
     * Stores what locked reservations have become, all or none, whatever order their vehicles change hands in. Fails with
     * {@link io.motorpool.application.shared.ContendedException} when one has changed since, or when a vehicle or a
     * driver has been taken meanwhile; nothing of the unit of work survives then.
     *
     * @return the new versions, in the given order
     */
    Uni<List<Version>> saveAll(List<Versioned<? extends Reservation>> changed);
}
