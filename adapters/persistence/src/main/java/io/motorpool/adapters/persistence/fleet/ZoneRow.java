package io.motorpool.adapters.persistence.fleet;

import io.motorpool.domain.fleet.ZoneStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;

/** A zone as stored. */
@Entity(name = "ZoneRow")
@Table(name = "zone")
@NullUnmarked
class ZoneRow {

    @Id
    UUID id;

    @Version
    Long version;

    @Column(name = "company_id")
    UUID companyId;

    String name;
    double longitude;
    double latitude;

    /** The corners as JSON, longitude first. Cast twice: the driver would write a text given as jsonb as a JSON string. */
    @ColumnTransformer(read = "CAST(area AS text)", write = "CAST(CAST(? AS text) AS jsonb)")
    String area;

    @Enumerated(EnumType.STRING)
    ZoneStatus status;
}
