package io.motorpool.adapters.persistence.fleet;

import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.Propulsion;
import io.motorpool.domain.fleet.VehicleStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A vehicle as stored. */
@Entity(name = "VehicleRow")
@Table(name = "vehicle")
@NullUnmarked
public class VehicleRow {

    @Id
    public UUID id;

    @Version
    public Long version;

    @Column(name = "company_id")
    public UUID companyId;

    @Column(name = "zone_id")
    public UUID zoneId;

    public String plate;

    @JdbcTypeCode(SqlTypes.CHAR)
    public String vin;

    public String model;
    public int seats;

    @Enumerated(EnumType.STRING)
    public Ownership ownership;

    @Column(name = "turnaround_minutes")
    public int turnaroundMinutes;

    @Enumerated(EnumType.STRING)
    public Propulsion propulsion;

    @Column(name = "range_km")
    public int rangeKm;

    @Column(name = "odometer_km")
    public int odometerKm;

    @Enumerated(EnumType.STRING)
    public VehicleStatus status;
}
