package io.motorpool.domain.reservation;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of a vehicle's schedule: the vehicle is taken for a while. Occupancy is modelled apart from the reservation
 * that may cause it, because a workshop visit or a turnaround takes a vehicle just as well.
 */
public sealed interface Occupancy {

    OccupancyId id();

    CompanyId company();

    VehicleId vehicle();

    /** All the time for which nobody else can have the vehicle. No two of a vehicle overlap, ever. */
    Period held();

    /** What it consists of, in order, the way it is explained to people. */
    List<Taken> parts();

    /**
     * A reservation that waits or is running, with the turnaround after it.
     *
     * @param period when its driver has it: what P17 compares
     * @param keptUntil the period's end, or later while the vehicle is late
     * @param clearAt when the turnaround is over
     */
    record ByReservation(
            ReservationId reservation,
            CompanyId company,
            VehicleId vehicle,
            UserId driver,
            Period period,
            Instant keptUntil,
            Instant clearAt,
            boolean inUse)
            implements Occupancy {

        public ByReservation {
            if (keptUntil.isBefore(period.end()) || clearAt.isBefore(keptUntil)) {
                throw new IllegalArgumentException("end %s, kept until %s and clear at %s are out of order"
                        .formatted(period.end(), keptUntil, clearAt));
            }
        }

        @Override
        public OccupancyId id() {
            return new OccupancyId(reservation.value());
        }

        @Override
        public Period held() {
            return period.withEnd(clearAt);
        }

        @Override
        public List<Taken> parts() {
            Taken driven = new Taken(OccupancyKind.RESERVATION, period.withEnd(keptUntil));
            return clearAt.isAfter(keptUntil)
                    ? List.of(driven, new Taken(OccupancyKind.BUFFER, new Period(keptUntil, clearAt)))
                    : List.of(driven);
        }
    }

    /** The rest of a turnaround after a vehicle came back. */
    record ByTurnaround(ReservationId reservation, CompanyId company, VehicleId vehicle, Period held)
            implements Occupancy {

        @Override
        public OccupancyId id() {
            return new OccupancyId(reservation.value());
        }

        @Override
        public List<Taken> parts() {
            return List.of(new Taken(OccupancyKind.BUFFER, held));
        }
    }

    /** The division took the vehicle out of use. */
    record ByDivision(OccupancyId id, CompanyId company, VehicleId vehicle, Cause cause, Period held)
            implements Occupancy {

        /** Why the division did. */
        public enum Cause {
            MAINTENANCE,
            BLOCK
        }

        @Override
        public List<Taken> parts() {
            OccupancyKind kind =
                    switch (cause) {
                        case MAINTENANCE -> OccupancyKind.MAINTENANCE;
                        case BLOCK -> OccupancyKind.BLOCK;
                    };
            return List.of(new Taken(kind, held));
        }
    }

    /** The part that stands in the way of the period first, if any does. */
    default Optional<Taken> inTheWayOf(Period wanted) {
        return partsWithin(wanted).findFirst();
    }

    /** The parts that fall into the period, whole, in order. */
    default Stream<Taken> partsWithin(Period period) {
        return parts().stream().filter(part -> part.period().overlaps(period));
    }
}
