package io.motorpool.adapters.persistence.reservation;

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
        return switch (row.kind) {
            case RESERVATION ->
                new ByReservation(
                        new ReservationId(row.id),
                        new CompanyId(row.companyId),
                        new VehicleId(row.vehicleId),
                        new UserId(row.driverId),
                        new Period(row.startAt, row.endAt),
                        row.keptUntil,
                        row.clearAt,
                        row.inUse);
            case BUFFER ->
                new ByTurnaround(
                        new ReservationId(row.id),
                        new CompanyId(row.companyId),
                        new VehicleId(row.vehicleId),
                        new Period(row.startAt, row.clearAt));
            case MAINTENANCE -> block(row, ByDivision.Cause.MAINTENANCE);
            case BLOCK -> block(row, ByDivision.Cause.BLOCK);
        };
    }

    private static ByDivision block(OccupancyRow row, ByDivision.Cause cause) {
        return new ByDivision(
                new OccupancyId(row.id),
                new CompanyId(row.companyId),
                new VehicleId(row.vehicleId),
                cause,
                new Period(row.startAt, row.clearAt));
    }

    static OccupancyRow toRow(Occupancy occupancy) {
        OccupancyRow row = new OccupancyRow();
        row.id = occupancy.id().value();
        row.companyId = occupancy.company().value();
        row.vehicleId = occupancy.vehicle().value();
        row.startAt = occupancy.held().start();
        row.clearAt = occupancy.held().end();
        switch (occupancy) {
            case ByReservation reserved -> {
                row.kind = OccupancyKind.RESERVATION;
                row.driverId = reserved.driver().value();
                row.inUse = reserved.inUse();
                row.endAt = reserved.period().end();
                row.keptUntil = reserved.keptUntil();
            }
            case ByTurnaround _ -> wholly(row, OccupancyKind.BUFFER);
            case ByDivision block ->
                wholly(
                        row,
                        switch (block.cause()) {
                            case MAINTENANCE -> OccupancyKind.MAINTENANCE;
                            case BLOCK -> OccupancyKind.BLOCK;
                        });
        }
        return row;
    }

    private static void wholly(OccupancyRow row, OccupancyKind kind) {
        row.kind = kind;
        row.endAt = row.clearAt;
        row.keptUntil = row.clearAt;
    }
}
