package io.motorpool.domain.reservation;

import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.List;

/**
 * Whether a vehicle can be had for a period, and what stands in the way if not.
 *
 * @param free the stretches of the period in which it can be had, in order
 * @param taken what holds it within the period, whole and in order
 * @param asOf when this was true
 */
public record Availability(VehicleId vehicle, Period period, List<Period> free, List<Taken> taken, Instant asOf) {

    public Availability {
        free = List.copyOf(free);
        taken = List.copyOf(taken);
    }

    public static Availability of(VehicleSchedule schedule, VehicleStatus status, Period period, Instant asOf) {
        return switch (status) {
            case ACTIVE ->
                new Availability(
                        schedule.vehicle(), period, schedule.freeWithin(period), schedule.takenWithin(period), asOf);
            case MAINTENANCE, RETIRED ->
                new Availability(
                        schedule.vehicle(),
                        period,
                        List.of(),
                        List.of(new Taken(
                                status == VehicleStatus.MAINTENANCE ? OccupancyKind.MAINTENANCE : OccupancyKind.BLOCK,
                                period)),
                        asOf);
        };
    }

    /** Free from the first moment to the last. */
    public boolean available() {
        return free.equals(List.of(period));
    }
}
