package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reservation.AvailabilityReader;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schedules as they are now. Whoever looks gets them through {@link CachedAvailability}. */
@ApplicationScoped
@Typed(PostgresAvailability.class)
public class PostgresAvailability implements AvailabilityReader {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** A row for each plan, and one without a plan when there is none. */
    private static final String SEEN = "SELECT v.company_id, v.status, " + OccupancyRow.COLUMNS + " " + """
            FROM vehicle AS v
              LEFT JOIN occupancy AS o
                ON o.vehicle_id = v.id AND ((o.clear_at > :start AND o.start_at < :end) OR o.in_use)
             WHERE v.id = :vehicle""";

    private final Clock clock;

    public PostgresAvailability(Clock clock) {
        this.clock = clock;
    }

    /** What it tells counts from before it was read. */
    @Override
    public Uni<Optional<Snapshot>> snapshot(VehicleId vehicle, Period period) {
        Instant asOf = clock.instant();
        return Sql.read(
                        SEEN,
                        Map.of("vehicle", vehicle.value(), "start", period.start(), "end", period.end()),
                        Seen::read)
                .map(seen -> seen.stream()
                        .findFirst()
                        .map(first -> new Snapshot(first.company(), first.status(), schedule(vehicle, seen), asOf)));
    }

    /** One row of the answer. */
    private record Seen(
            CompanyId company,
            VehicleStatus status,
            @Nullable OccupancyRow plan) {

        static Seen read(Columns columns) {
            return new Seen(
                    new CompanyId(columns.uuid()),
                    columns.constant(VehicleStatus.class),
                    columns.isNull() ? null : OccupancyRow.read(columns));
        }
    }

    private static VehicleSchedule schedule(VehicleId vehicle, List<Seen> seen) {
        return new VehicleSchedule(
                vehicle,
                seen.stream()
                        .map(Seen::plan)
                        .filter(Objects::nonNull)
                        .map(OccupancyMapper::toDomain)
                        .toList());
    }

    @Override
    public Uni<Page<VehicleId>> vehicles(CompanyId company, Page.Request page) {
        return Sql.read(
                        """
                        SELECT v.id FROM vehicle AS v
                         WHERE v.company_id = :company AND v.status <> 'RETIRED' AND v.id > :after
                         ORDER BY v.id LIMIT :most""",
                        Map.of(
                                "company", company.value(),
                                "after", page.after().map(Page.Cursor::id).orElse(BEFORE_ALL),
                                "most", page.limit() + 1),
                        columns -> new VehicleId(columns.uuid()))
                .map(found -> Page.of(found, page, vehicle -> new Page.Cursor(null, vehicle.value())));
    }
}
