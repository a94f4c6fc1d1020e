package io.motorpool.adapters.persistence.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A plan window as stored. */
@Entity(name = "PlanWindowRow")
@Table(name = "plan_window")
@NullUnmarked
class PlanWindowRow {

    @Id
    UUID id;

    @Version
    Long version;

    @Column(name = "company_id")
    UUID companyId;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "term_from")
    LocalDate termFrom;

    @Column(name = "term_until")
    LocalDate termUntil;

    /** One bit for each weekday, Monday's the lowest. */
    short days;

    @Column(name = "from_time")
    LocalTime fromTime;

    @Column(name = "until_time")
    LocalTime untilTime;

    boolean retired;
}
