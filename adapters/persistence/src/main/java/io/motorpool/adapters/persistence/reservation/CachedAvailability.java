package io.motorpool.adapters.persistence.reservation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.motorpool.adapters.persistence.fleet.VehicleRow;
import io.motorpool.application.reservation.AvailabilityReader;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Schedules as far as anyone can reserve, kept for less than P20 allows and counted from before they were read, so no node
 * needs to hear of another's changes. However many ask at once, one reads and all get its answer; a failure is not kept.
 */
@ApplicationScoped
public class CachedAvailability implements AvailabilityReader {

    /** Leaves room within P20 for the way to the caller. */
    static final Duration KEPT = OLDEST.minusMillis(500);

    private static final int MOST_VEHICLES = 10_000;

    private final Cache<VehicleId, Entry> known =
            Caffeine.newBuilder().maximumSize(MOST_VEHICLES).build();
    private final UnitOfWork unitOfWork;
    private final Schedules schedules;
    private final Clock clock;

    public CachedAvailability(UnitOfWork unitOfWork, Schedules schedules, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.schedules = schedules;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Snapshot>> snapshot(VehicleId vehicle, Period period) {
        Instant now = clock.instant();
        Period usual = new Period(now, now.plus(ReservationPolicy.HORIZON));
        return usual.contains(period)
                ? onOwnContext(known.get(vehicle, Entry::new).answer)
                : unitOfWork.reading(() -> read(vehicle, period));
    }

    /** One vehicle's answer, asked for again when it has become old. */
    private final class Entry {

        private final Uni<Optional<Snapshot>> answer;
        private volatile @Nullable Instant asOf;

        Entry(VehicleId vehicle) {
            answer = Uni.createFrom()
                    .deferred(() -> readAhead(vehicle))
                    .onItemOrFailure()
                    .invoke((found, _) -> asOf =
                            found == null ? null : found.map(Snapshot::asOf).orElse(null))
                    .memoize()
                    .until(this::isOld);
        }

        private boolean isOld() {
            Instant at = asOf;
            return at == null || clock.instant().isAfter(at.plus(KEPT));
        }
    }

    private Uni<Optional<Snapshot>> readAhead(VehicleId vehicle) {
        Instant now = clock.instant();
        Period wide =
                new Period(now.minus(KEPT), now.plus(ReservationPolicy.HORIZON).plus(KEPT));
        return unitOfWork.reading(() -> read(vehicle, wide));
    }

    private Uni<Optional<Snapshot>> read(VehicleId vehicle, Period period) {
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

    /** The answer may come on the context of whoever asked first; each caller goes on with its own. */
    private static <T> Uni<T> onOwnContext(Uni<T> answer) {
        Context own = Vertx.currentContext();
        return own == null ? answer : answer.emitOn(work -> own.runOnContext(_ -> work.run()));
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
