package io.motorpool.adapters.persistence.reservation;

import io.motorpool.domain.reservation.ReservationStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A reservation as stored, in whatever state. */
@Entity(name = "ReservationRow")
@Table(name = "reservation")
@NullUnmarked
class ReservationRow {

    @Id
    UUID id;

    @Version
    Long version;

    @Column(name = "company_id")
    UUID companyId;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "driver_id")
    UUID driverId;

    @Column(name = "start_at")
    Instant startAt;

    @Column(name = "end_at")
    Instant endAt;

    @Column(name = "turnaround_minutes")
    int turnaroundMinutes;

    boolean corporate;

    @Column(name = "created_at")
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    ReservationStatus status;

    @Column(name = "at_risk")
    boolean atRisk;

    @Column(name = "no_show_from")
    Instant noShowFrom;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "start_odometer_km")
    Integer startOdometerKm;

    @Column(name = "kept_until")
    Instant keptUntil;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "end_odometer_km")
    Integer endOdometerKm;

    @Column(name = "clear_at")
    Instant clearAt;
}
