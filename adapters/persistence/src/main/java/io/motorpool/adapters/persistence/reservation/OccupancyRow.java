package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.reservation.OccupancyKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a vehicle's schedule as stored. Neither read nor written through the mapping: a session would go on showing
 * an entry as it saw it first, while claims that give way are written past it (ADR-0008).
 */
record OccupancyRow(
        UUID id,
        UUID companyId,
        UUID vehicleId,
        OccupancyKind kind,
        @Nullable UUID driverId,
        boolean inUse,
        Instant startAt,
        Instant endAt,
        Instant keptUntil,
        Instant clearAt) {

    /** What {@link #read} reads, for a table that is called {@code o}. */
    static final String COLUMNS =
            "o.id, o.company_id, o.vehicle_id, o.kind, o.driver_id, o.in_use, o.start_at, o.end_at, o.kept_until, o.clear_at";

    static OccupancyRow read(Columns columns) {
        return new OccupancyRow(
                columns.uuid(),
                columns.uuid(),
                columns.uuid(),
                columns.constant(OccupancyKind.class),
                columns.uuidOrNull(),
                columns.flag(),
                columns.instant(),
                columns.instant(),
                columns.instant(),
                columns.instant());
    }
}
