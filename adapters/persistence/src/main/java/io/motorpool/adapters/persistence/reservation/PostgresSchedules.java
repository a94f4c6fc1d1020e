package io.motorpool.adapters.persistence.reservation;

import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.reservation.VehicleOwners;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the schedules of vehicles and writes the division's blocks. */
@ApplicationScoped
public class PostgresSchedules implements Schedules, VehicleOwners {

    @Override
    public Uni<VehicleSchedule> of(VehicleId vehicle, Period period) {
        return Fresh.rows(
                        OccupancyRow.class,
                        "from OccupancyRow where vehicleId = ?1 and ((clearAt > ?2 and startAt < ?3) or inUse)",
                        vehicle.value(),
                        period.start(),
                        period.end())
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
        return Fresh.rows(OccupancyRow.class, "from OccupancyRow where id = ?1", id.value())
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
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select v.companyId from VehicleRow v where v.id = ?1", UUID.class)
                        .setParameter(1, vehicle.value())
                        .getSingleResultOrNull())
                .map(owner -> Optional.ofNullable(owner).map(CompanyId::new));
    }
}
