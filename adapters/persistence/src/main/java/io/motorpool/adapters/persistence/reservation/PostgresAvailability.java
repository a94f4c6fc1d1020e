package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.fleet.VehicleRow;
import io.motorpool.application.reservation.AvailabilityReader;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Schedules as they are now. Whoever looks gets them through {@link CachedAvailability}. */
@ApplicationScoped
@Typed(PostgresAvailability.class)
public class PostgresAvailability implements AvailabilityReader {

    private final Schedules schedules;
    private final Clock clock;

    public PostgresAvailability(Schedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    /** What it tells counts from before it was read. */
    @Override
    public Uni<Optional<Snapshot>> snapshot(VehicleId vehicle, Period period) {
        Instant asOf = clock.instant();
        return Panache.getSession()
                .chain(session -> session.find(VehicleRow.class, vehicle.value()))
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : schedules
                                .of(vehicle, period)
                                .map(schedule -> Optional.of(
                                        new Snapshot(new CompanyId(row.companyId), row.status, schedule, asOf))));
    }

    @Override
    public Uni<Page<VehicleId>> vehicles(CompanyId company, Page.Request page) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("""
                                select v.id from VehicleRow v
                                 where v.companyId = ?1 and v.status <> RETIRED and v.id > ?2 order by v.id""", UUID.class)
                        .setParameter(1, company.value())
                        .setParameter(2, page.after().map(Page.Cursor::id).orElse(new UUID(0, 0)))
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(ids -> Page.of(
                        ids.stream().map(VehicleId::new).toList(),
                        page,
                        vehicle -> new Page.Cursor(null, vehicle.value())));
    }
}
