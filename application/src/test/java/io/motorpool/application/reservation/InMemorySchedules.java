package io.motorpool.application.reservation;

import io.motorpool.application.fleet.Vehicles;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Schedules in memory. */
final class InMemorySchedules implements Schedules, VehicleOwners {

    private final Vehicles vehicles;
    private final InMemoryOccupancies occupancies;

    InMemorySchedules(Vehicles vehicles, InMemoryOccupancies occupancies) {
        this.vehicles = vehicles;
        this.occupancies = occupancies;
    }

    @Override
    public Uni<VehicleSchedule> of(VehicleId vehicle, Period period) {
        return Uni.createFrom()
                .item(() -> new VehicleSchedule(
                        vehicle,
                        Stream.concat(occupancies.within(vehicle, period), occupancies.outWith(vehicle))
                                .distinct()
                                .toList()));
    }

    @Override
    public Uni<Void> lock(Collection<VehicleId> locked) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<Occupancy.ByDivision>> findBlock(OccupancyId id) {
        return Uni.createFrom().item(() -> block(id));
    }

    private Optional<Occupancy.ByDivision> block(OccupancyId id) {
        return occupancies
                .find(id)
                .filter(Occupancy.ByDivision.class::isInstance)
                .map(Occupancy.ByDivision.class::cast);
    }

    @Override
    public Uni<Boolean> addBlock(Occupancy.ByDivision block) {
        return Uni.createFrom().item(() -> occupancies.claim(block));
    }

    @Override
    public Uni<Boolean> removeBlock(OccupancyId id) {
        return Uni.createFrom().item(() -> block(id).isPresent() && occupancies.remove(id));
    }

    @Override
    public Uni<Optional<CompanyId>> ownerOf(VehicleId vehicle) {
        return vehicles.find(vehicle)
                .map(found -> found.map(stored -> stored.value().company()));
    }
}
