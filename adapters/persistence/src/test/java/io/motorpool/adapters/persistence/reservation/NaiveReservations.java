package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What everybody writes first: look whether the time is free, then take it. It works as long as one person at a time
 * tries it out.
 */
final class NaiveReservations implements Reservations {

    /** The same columns as the real one, and nothing that watches over them. */
    static final String TABLE = "CREATE TABLE naive_occupancy (LIKE occupancy)";

    @Override
    public Uni<Boolean> add(Reservation.Reserved reservation) {
        Occupancy wanted = reservation.occupancy().orElseThrow();
        return isFree(wanted)
                .chain(free ->
                        free ? take(reservation, wanted) : Uni.createFrom().item(false));
    }

    private static Uni<Boolean> isFree(Occupancy wanted) {
        return Sql.rows(
                        """
                        SELECT count(*), 0 FROM naive_occupancy
                         WHERE vehicle_id = :vehicle AND start_at < :until AND clear_at > :start""",
                        Map.of(
                                "vehicle", wanted.vehicle().value(),
                                "start", wanted.held().start(),
                                "until", wanted.held().end()))
                .map(rows -> rows.getFirst()[0].equals(0L));
    }

    private static Uni<Boolean> take(Reservation reservation, Occupancy wanted) {
        return Sql.change(
                        """
                        INSERT INTO naive_occupancy (id, company_id, vehicle_id, kind, driver_id, in_use,
                                                     start_at, end_at, kept_until, clear_at)
                        VALUES (:id, :company, :vehicle, 'RESERVATION', :driver, false, :start, :end, :end, :clear)""",
                        Map.of(
                                "id", wanted.id().value(),
                                "company", wanted.company().value(),
                                "vehicle", wanted.vehicle().value(),
                                "driver", reservation.terms().driver().value(),
                                "start", wanted.held().start(),
                                "end", reservation.terms().period().end(),
                                "clear", wanted.held().end()))
                .map(stored -> stored == 1);
    }

    @Override
    public Uni<Optional<Versioned<Reservation>>> find(ReservationId id) {
        throw new AssertionError("nobody got that far");
    }

    @Override
    public Uni<List<Versioned<Reservation>>> lock(Collection<ReservationId> ids, Collection<VehicleId> otherVehicles) {
        throw new AssertionError("nobody got that far");
    }

    @Override
    public Uni<List<Version>> saveAll(List<Versioned<? extends Reservation>> changed) {
        throw new AssertionError("nobody got that far");
    }
}
