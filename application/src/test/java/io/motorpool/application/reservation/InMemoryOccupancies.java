package io.motorpool.application.reservation;

import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByReservation;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What takes vehicles' time, in memory. Like the table, it believes nobody: it looks for itself whether the time is free. */
final class InMemoryOccupancies {

    private final Map<OccupancyId, Occupancy> rows = new ConcurrentHashMap<>();

    Optional<Occupancy> find(OccupancyId id) {
        return Optional.ofNullable(rows.get(id));
    }

    Stream<Occupancy> all() {
        return rows.values().stream();
    }

    /** What the vehicle's schedule holds within the period. */
    Stream<Occupancy> within(VehicleId vehicle, Period period) {
        return all().filter(occupancy -> occupancy.vehicle().equals(vehicle))
                .filter(occupancy -> occupancy.held().overlaps(period));
    }

    /** The reservation that has the vehicle out now. */
    Stream<Occupancy> outWith(VehicleId vehicle) {
        return all().filter(occupancy -> occupancy.vehicle().equals(vehicle) && isOut(occupancy));
    }

    synchronized boolean claim(Occupancy wanted) {
        if (all().anyMatch(other -> excludes(other, wanted))) {
            return false;
        }
        rows.put(wanted.id(), wanted);
        return true;
    }

    /** All of the new ones in place of the old ones, or everything stays as it is. */
    synchronized boolean exchange(Collection<OccupancyId> gone, List<Occupancy> wanted) {
        Runnable undo = snapshot();
        gone.forEach(rows::remove);
        boolean free = wanted.stream().allMatch(this::claim);
        if (!free) {
            undo.run();
        }
        return free;
    }

    boolean remove(OccupancyId id) {
        return rows.remove(id) != null;
    }

    Runnable snapshot() {
        Map<OccupancyId, Occupancy> then = Map.copyOf(rows);
        return () -> {
            rows.clear();
            rows.putAll(then);
        };
    }

    private static boolean excludes(Occupancy one, Occupancy other) {
        boolean sameVehicle = one.vehicle().equals(other.vehicle());
        return (sameVehicle && one.held().overlaps(other.held()))
                || (sameVehicle && isOut(one) && isOut(other))
                || (one instanceof ByReservation own
                        && other instanceof ByReservation wanted
                        && own.driver().equals(wanted.driver())
                        && own.period().overlaps(wanted.period()));
    }

    private static boolean isOut(Occupancy occupancy) {
        return occupancy instanceof ByReservation reserved && reserved.inUse();
    }
}
