package io.motorpool.adapters.persistence.reservation;

import io.motorpool.domain.reservation.OccupancyKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** One entry of a vehicle's schedule as stored. Read through the mapping; written by claims that give way, in SQL. */
@Entity(name = "OccupancyRow")
@Immutable
@Table(name = "occupancy")
@NullUnmarked
class OccupancyRow {

    @Id
    UUID id;

    @Column(name = "company_id")
    UUID companyId;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Enumerated(EnumType.STRING)
    OccupancyKind kind;

    @Column(name = "driver_id")
    UUID driverId;

    @Column(name = "in_use")
    boolean inUse;

    @Column(name = "start_at")
    Instant startAt;

    @Column(name = "end_at")
    Instant endAt;

    @Column(name = "kept_until")
    Instant keptUntil;

    @Column(name = "clear_at")
    Instant clearAt;
}
