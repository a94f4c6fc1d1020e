package io.motorpool.application.reservation;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Schedules in memory, as they are now. */
public final class InMemoryAvailability implements AvailabilityReader {

    private record Listed(CompanyId company, VehicleStatus status) {}

    private final Map<UUID, Listed> vehicles = new ConcurrentSkipListMap<>();
    private final List<Occupancy> occupancies = new CopyOnWriteArrayList<>();
    private final Clock clock;

    public InMemoryAvailability(Clock clock) {
        this.clock = clock;
    }

    public void put(VehicleId vehicle, CompanyId company, VehicleStatus status) {
        vehicles.put(vehicle.value(), new Listed(company, status));
    }

    public void put(Occupancy occupancy) {
        occupancies.add(occupancy);
    }

    @Override
    public Uni<Optional<Snapshot>> snapshot(VehicleId vehicle, Period period) {
        return Uni.createFrom()
                .item(() -> Optional.ofNullable(vehicles.get(vehicle.value()))
                        .map(listed -> new Snapshot(
                                listed.company(), listed.status(), schedule(vehicle, period), clock.instant())));
    }

    private VehicleSchedule schedule(VehicleId vehicle, Period period) {
        return new VehicleSchedule(
                vehicle,
                occupancies.stream()
                        .filter(occupancy -> occupancy.vehicle().equals(vehicle))
                        .filter(occupancy -> occupancy.held().overlaps(period))
                        .toList());
    }

    @Override
    public Uni<Page<VehicleId>> vehicles(CompanyId company, Page.Request page) {
        return Uni.createFrom()
                .item(() -> Page.of(
                        vehicles.entrySet().stream()
                                .filter(vehicle -> vehicle.getValue().company().equals(company))
                                .filter(vehicle -> vehicle.getValue().status() != VehicleStatus.RETIRED)
                                .map(Map.Entry::getKey)
                                .filter(id -> page.after()
                                        .map(cursor -> id.compareTo(cursor.id()) > 0)
                                        .orElse(true))
                                .map(VehicleId::new)
                                .limit(page.limit() + 1L)
                                .toList(),
                        page,
                        vehicle -> new Page.Cursor(null, vehicle.value())));
    }
}
