package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.VersionedTable;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.fleet.FleetRefusal.PlateTaken;
import io.motorpool.domain.fleet.FleetRefusal.VinTaken;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vehicle table, and the anchor that is locked before the plans of a vehicle change. */
@ApplicationScoped
public class PostgresVehicles implements Vehicles {

    private static final VersionedTable<VehicleRow, Vehicle> TABLE = new VersionedTable<>(
            VehicleRow.class, "vehicle", "companyId", row -> row.id, VehicleMapper::stored, VehicleMapper::toRow);

    @Override
    public Uni<Optional<Versioned<Vehicle>>> find(VehicleId id) {
        return TABLE.find(id.value());
    }

    @Override
    public Uni<Optional<Versioned<Vehicle>>> lock(VehicleId id) {
        return TABLE.lock(id.value());
    }

    @Override
    public Uni<Decision<Version, FleetRefusal>> add(Vehicle vehicle) {
        return insert(vehicle)
                .chain(stored -> stored == 1
                        ? anchor(vehicle.id()).replaceWith(() -> Decision.accept(Version.FIRST))
                        : clash(vehicle).map(found -> Decision.refuse(found.orElseThrow(PostgresVehicles::gone))));
    }

    private static Uni<Integer> insert(Vehicle vehicle) {
        VehicleRow row = VehicleMapper.toRow(new Versioned<>(vehicle, Version.FIRST));
        return Sql.change(
                """
                INSERT INTO vehicle (id, version, company_id, zone_id, plate, vin, model, seats, ownership,
                                     turnaround_minutes, propulsion, range_km, odometer_km, status)
                VALUES (:id, 0, :company, :zone, :plate, :vin, :model, :seats, :ownership, :turnaround, :propulsion,
                        :range, :odometer, :status)
                ON CONFLICT DO NOTHING""",
                Map.ofEntries(
                        Map.entry("id", row.id),
                        Map.entry("company", row.companyId),
                        Map.entry("zone", row.zoneId),
                        Map.entry("plate", row.plate),
                        Map.entry("vin", row.vin),
                        Map.entry("model", row.model),
                        Map.entry("seats", row.seats),
                        Map.entry("ownership", row.ownership.name()),
                        Map.entry("turnaround", row.turnaroundMinutes),
                        Map.entry("propulsion", row.propulsion.name()),
                        Map.entry("range", row.rangeKm),
                        Map.entry("odometer", row.odometerKm),
                        Map.entry("status", row.status.name())));
    }

    private static Uni<Integer> anchor(VehicleId vehicle) {
        return Sql.change("INSERT INTO schedule_anchor (id) VALUES (:vehicle)", Map.of("vehicle", vehicle.value()));
    }

    /** The other vehicle left the fleet between our insert and our look: the next attempt succeeds. */
    private static ContendedException gone() {
        return new ContendedException("whoever carried the plate or the VIN has left");
    }

    /**
     * An update cannot give way to a conflict, so it looks first. Two that look at the same moment meet at the unique
     * index; the one that loses runs again and then sees the other.
     */
    @Override
    public Uni<Decision<Version, FleetRefusal>> save(Versioned<Vehicle> changed) {
        return clash(changed.value())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(() -> Decision.refuse(found.get()))
                        : TABLE.save(changed).map(Decision::accept));
    }

    /** Which of its marks another vehicle in the fleet carries. */
    private static Uni<Optional<FleetRefusal>> clash(Vehicle vehicle) {
        if (vehicle.status() == VehicleStatus.RETIRED) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Sql.rows(
                        """
                        SELECT coalesce(bool_or(v.plate = :plate), false), coalesce(bool_or(v.vin = :vin), false)
                          FROM vehicle AS v
                         WHERE v.id <> :id AND v.status <> 'RETIRED' AND (v.plate = :plate OR v.vin = :vin)""",
                        Map.of(
                                "id", vehicle.id().value(),
                                "plate", vehicle.description().plate().value(),
                                "vin", vehicle.description().vin().value()))
                .map(PostgresVehicles::refusal);
    }

    private static Optional<FleetRefusal> refusal(List<Object[]> rows) {
        if ((Boolean) rows.getFirst()[0]) {
            return Optional.of(new PlateTaken());
        }
        return (Boolean) rows.getFirst()[1] ? Optional.of(new VinTaken()) : Optional.empty();
    }

    @Override
    public Uni<Page<Versioned<Vehicle>>> list(CompanyScope scope, Page.Request page) {
        return TABLE.list(scope, page);
    }
}
