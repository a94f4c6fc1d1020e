package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reservations and the time they take, in two tables that change together. */
@ApplicationScoped
public class PostgresReservations implements Reservations {

    private final Rows rows = new Rows();

    /** Panache's view of the table. */
    private static final class Rows implements PanacheRepositoryBase<ReservationRow, UUID> {}

    @Override
    public Uni<Optional<Versioned<Reservation>>> find(ReservationId id) {
        return rows.findById(id.value()).map(row -> Optional.ofNullable(row).map(ReservationMapper::toDomain));
    }

    @Override
    public Uni<List<Versioned<Reservation>>> lock(Collection<ReservationId> ids, Collection<VehicleId> otherVehicles) {
        List<UUID> wanted = ids.stream().map(ReservationId::value).toList();
        List<UUID> vehicles = otherVehicles.stream().map(VehicleId::value).toList();
        return OccupancyTable.lock(vehicles.stream(), wanted)
                .chain(held -> rows.list("id in ?1", wanted).invoke(found -> stillLocked(found, held)))
                .map(found -> found.stream().map(ReservationMapper::toDomain).toList());
    }

    /**
     * A reservation may have changed its vehicle between the moment at which the anchors were looked up and the moment at
     * which they were locked. Then we hold the wrong ones and start again.
     */
    private static void stillLocked(List<ReservationRow> found, Set<UUID> held) {
        found.forEach(row -> {
            if (!held.contains(row.vehicleId) || !held.contains(row.driverId)) {
                throw new ContendedException("the reservation changed its vehicle meanwhile");
            }
        });
    }

    @Override
    public Uni<Boolean> add(Reservation.Reserved reservation) {
        ReservationRow row = ReservationMapper.toRow(new Versioned<>(reservation, Version.FIRST));
        Occupancy occupancy = reservation.occupancy().orElseThrow();
        ReservationTerms terms = reservation.terms();
        return Sql.change(
                        """
                        WITH free AS (
                            SELECT v.id FROM vehicle AS v
                              JOIN member AS m ON m.company_id = v.company_id AND m.user_id = :driver
                             WHERE v.id = :vehicle AND v.company_id = :company
                               AND v.status = 'ACTIVE' AND m.status = 'ACTIVE'
                               FOR KEY SHARE),
                        held AS (
                            INSERT INTO occupancy (id, company_id, vehicle_id, kind, driver_id, in_use,
                                                   start_at, end_at, kept_until, clear_at)
                            SELECT :id, :company, free.id, 'RESERVATION', :driver, false,
                                   CAST(CAST(:start AS text) AS timestamptz), CAST(CAST(:end AS text) AS timestamptz),
                                   CAST(CAST(:end AS text) AS timestamptz), CAST(CAST(:clear AS text) AS timestamptz)
                              FROM free
                            ON CONFLICT DO NOTHING
                            RETURNING id)
                        INSERT INTO reservation (id, version, company_id, vehicle_id, driver_id, start_at, end_at,
                                                 turnaround_minutes, corporate, created_at, status, at_risk, no_show_from)
                        SELECT held.id, 0, :company, :vehicle, :driver, CAST(CAST(:start AS text) AS timestamptz),
                               CAST(CAST(:end AS text) AS timestamptz), CAST(:turnaround AS integer), CAST(:corporate AS boolean),
                               CAST(CAST(:created AS text) AS timestamptz), 'RESERVED', false, CAST(CAST(:noShowFrom AS text) AS timestamptz)
                          FROM held""",
                        Map.ofEntries(
                                Map.entry("id", row.id),
                                Map.entry("company", row.companyId),
                                Map.entry("vehicle", row.vehicleId),
                                Map.entry("driver", row.driverId),
                                Map.entry("start", row.startAt.toString()),
                                Map.entry("end", row.endAt.toString()),
                                Map.entry("clear", occupancy.held().end().toString()),
                                Map.entry("turnaround", row.turnaroundMinutes),
                                Map.entry("corporate", terms.corporate()),
                                Map.entry("created", row.createdAt.toString()),
                                Map.entry("noShowFrom", row.noShowFrom.toString())))
                .map(stored -> stored == 1);
    }

    @Override
    public Uni<List<Version>> saveAll(List<Versioned<? extends Reservation>> changed) {
        List<UUID> ids = changed.stream().map(each -> each.value().id().value()).toList();
        List<Occupancy> holding = changed.stream()
                .flatMap(each -> each.value().occupancy().stream())
                .toList();
        return OccupancyTable.release(ids)
                .chain(() -> OccupancyTable.claim(holding))
                .invoke(claimed -> {
                    if (claimed < holding.size()) {
                        throw new ContendedException("the vehicle or the driver was taken meanwhile");
                    }
                })
                .chain(() -> merge(changed));
    }

    /** One after the other: a session serves one question at a time. */
    private static Uni<List<Version>> merge(List<Versioned<? extends Reservation>> changed) {
        return Panache.getSession()
                .chain(session -> Multi.createFrom()
                        .iterable(changed)
                        .onItem()
                        .transformToUniAndConcatenate(each -> session.merge(ReservationMapper.toRow(each)))
                        .collect()
                        .asList()
                        .call(session::flush)
                        .map(merged -> merged.stream()
                                .map(row -> new Version(row.version))
                                .toList()));
    }
}
