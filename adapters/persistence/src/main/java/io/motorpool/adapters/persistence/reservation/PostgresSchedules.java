package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.reservation.VehicleOwners;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the schedules of vehicles and writes the division's blocks. */
@ApplicationScoped
public class PostgresSchedules implements Schedules, VehicleOwners {

    @Override
    public Uni<VehicleSchedule> of(VehicleId vehicle, Period period) {
        return OccupancyTable.where(
                        "o.vehicle_id = :vehicle AND ((o.clear_at > :start AND o.start_at < :end) OR o.in_use)",
                        Map.of("vehicle", vehicle.value(), "start", period.start(), "end", period.end()))
                .map(found -> new VehicleSchedule(
                        vehicle, found.stream().map(OccupancyMapper::toDomain).toList()));
    }

    @Override
    public Uni<Void> lock(Collection<VehicleId> vehicles) {
        return OccupancyTable.lock(vehicles.stream().map(VehicleId::value), List.of())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<ByDivision>> findBlock(OccupancyId id) {
        return OccupancyTable.where("o.id = :id", Map.of("id", id.value()))
                .map(found -> found.stream()
                        .findFirst()
                        .map(OccupancyMapper::toDomain)
                        .filter(ByDivision.class::isInstance)
                        .map(ByDivision.class::cast));
    }

    @Override
    public Uni<Boolean> addBlock(ByDivision block) {
        return OccupancyTable.claim(List.<Occupancy>of(block)).map(claimed -> claimed == 1);
    }

    @Override
    public Uni<Boolean> removeBlock(OccupancyId id) {
        return OccupancyTable.releaseBlock(id.value()).map(removed -> removed == 1);
    }

    @Override
    public Uni<Optional<CompanyId>> ownerOf(VehicleId vehicle) {
        return Sql.read(
                        "SELECT v.company_id FROM vehicle AS v WHERE v.id = :vehicle",
                        Map.of("vehicle", vehicle.value()),
                        columns -> new CompanyId(columns.uuid()))
                .map(found -> found.stream().findFirst());
    }
}
