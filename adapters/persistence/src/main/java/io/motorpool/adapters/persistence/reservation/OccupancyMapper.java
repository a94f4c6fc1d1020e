package io.motorpool.adapters.persistence.reservation;

import static java.util.Objects.requireNonNull;

import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.Occupancy.ByReservation;
import io.motorpool.domain.reservation.Occupancy.ByTurnaround;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;

/** Between rows and the model. */
final class OccupancyMapper {

    private OccupancyMapper() {}

    static Occupancy toDomain(OccupancyRow row) {
        return switch (row.kind()) {
            case RESERVATION ->
                new ByReservation(
                        new ReservationId(row.id()),
                        new CompanyId(row.companyId()),
                        new VehicleId(row.vehicleId()),
                        new UserId(requireNonNull(row.driverId())),
                        new Period(row.startAt(), row.endAt()),
                        row.keptUntil(),
                        row.clearAt(),
                        row.inUse());
            case BUFFER ->
                new ByTurnaround(
                        new ReservationId(row.id()),
                        new CompanyId(row.companyId()),
                        new VehicleId(row.vehicleId()),
                        new Period(row.startAt(), row.clearAt()));
            case MAINTENANCE -> block(row, ByDivision.Cause.MAINTENANCE);
            case BLOCK -> block(row, ByDivision.Cause.BLOCK);
        };
    }

    private static ByDivision block(OccupancyRow row, ByDivision.Cause cause) {
        return new ByDivision(
                new OccupancyId(row.id()),
                new CompanyId(row.companyId()),
                new VehicleId(row.vehicleId()),
                cause,
                new Period(row.startAt(), row.clearAt()));
    }

    static OccupancyRow toRow(Occupancy occupancy) {
        return switch (occupancy) {
            case ByReservation reserved ->
                new OccupancyRow(
                        reserved.id().value(),
                        reserved.company().value(),
                        reserved.vehicle().value(),
                        OccupancyKind.RESERVATION,
                        reserved.driver().value(),
                        reserved.inUse(),
                        reserved.held().start(),
                        reserved.period().end(),
                        reserved.keptUntil(),
                        reserved.held().end());
            case ByTurnaround turnaround -> wholly(turnaround, OccupancyKind.BUFFER);
            case ByDivision block ->
                wholly(
                        block,
                        switch (block.cause()) {
                            case MAINTENANCE -> OccupancyKind.MAINTENANCE;
                            case BLOCK -> OccupancyKind.BLOCK;
                        });
        };
    }

    private static OccupancyRow wholly(Occupancy occupancy, OccupancyKind kind) {
        Period held = occupancy.held();
        return new OccupancyRow(
                occupancy.id().value(),
                occupancy.company().value(),
                occupancy.vehicle().value(),
                kind,
                null,
                false,
                held.start(),
                held.end(),
                held.end(),
                held.end());
    }
}
