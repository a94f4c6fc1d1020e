package io.motorpool.application.fleet;

import io.motorpool.application.reservation.Schedules;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers whose schedules were locked. The fleet asks nothing else of schedules. */
public final class LockedSchedules implements Schedules {

    public final List<VehicleId> locked = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> lock(Collection<VehicleId> vehicles) {
        return Uni.createFrom().voidItem().invoke(() -> locked.addAll(vehicles));
    }

    @Override
    public Uni<VehicleSchedule> of(VehicleId vehicle, Period period) {
        throw new AssertionError("not the fleet's business");
    }

    @Override
    public Uni<Optional<Occupancy.ByDivision>> findBlock(OccupancyId id) {
        throw new AssertionError("not the fleet's business");
    }

    @Override
    public Uni<Boolean> addBlock(Occupancy.ByDivision block) {
        throw new AssertionError("not the fleet's business");
    }

    @Override
    public Uni<Boolean> removeBlock(OccupancyId id) {
        throw new AssertionError("not the fleet's business");
    }
}
