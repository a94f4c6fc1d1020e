package io.motorpool.adapters.persistence.reservation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.motorpool.application.reservation.AvailabilityReader;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Schedules as far as anyone can reserve, kept for less than P20 allows and counted from before they were read, so no node
 * needs to hear of another's changes. However many ask at once, one reads and all get its answer; a failure is not kept.
 */
@ApplicationScoped
public class CachedAvailability implements AvailabilityReader {

    /** Leaves room within P20 for the way to the caller. */
    static final Duration KEPT = OLDEST.minusMillis(500);

    /** People ask about today, and today has begun already. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    /** A first look may be slow because nothing is warm yet. */
    private static final int ATTEMPTS = 3;

    private static final int MOST_VEHICLES = 10_000;

    private final Cache<VehicleId, Reading> known;
    private final AvailabilityReader source;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    @Inject
    public CachedAvailability(PostgresAvailability source, UnitOfWork unitOfWork, Clock clock) {
        this(source, unitOfWork, clock, MOST_VEHICLES);
    }

    CachedAvailability(AvailabilityReader source, UnitOfWork unitOfWork, Clock clock, int mostVehicles) {
        this.source = source;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(mostVehicles).build();
    }

    @Override
    public Uni<Optional<Snapshot>> snapshot(VehicleId vehicle, Period period) {
        return Uni.createFrom().deferred(() -> {
            Instant now = clock.instant();
            return around(now).contains(period) ? onOwnContext(shared(vehicle, now)) : look(vehicle, period);
        });
    }

    @Override
    public Uni<Page<VehicleId>> vehicles(CompanyId company, Page.Request page) {
        return source.vehicles(company, page);
    }

    /** How many vehicles are kept, once the cache has tidied up. */
    long size() {
        known.cleanUp();
        return known.estimatedSize();
    }

    private static Period around(Instant now) {
        return new Period(now.minus(LOOK_BACK), now.plus(ReservationPolicy.HORIZON));
    }

    private Uni<Optional<Snapshot>> shared(VehicleId vehicle, Instant now) {
        Reading last = known.getIfPresent(vehicle);
        if (last != null && last.isYoung(now)) {
            return last.answer;
        }
        // Nothing is read in here, only agreed who will: one of all who find the same reading missing or old.
        return known.asMap()
                .compute(vehicle, (_, other) -> other != null && other.isYoung(now) ? other : new Reading(vehicle, now))
                .answer;
    }

    /** One look at one vehicle, which whoever comes soon enough shares. */
    private final class Reading {

        private final Instant begun;
        private final Uni<Optional<Snapshot>> answer;

        /** It reads a little farther, so that it also serves those who ask a little later. */
        Reading(VehicleId vehicle, Instant now) {
            Period asked = around(now);
            Period wide = new Period(asked.start(), asked.end().plus(KEPT));
            begun = now;
            answer = look(vehicle, wide)
                    .onItemOrFailure()
                    .invoke((found, failure) -> {
                        if (failure != null || found.isEmpty()) {
                            known.asMap().remove(vehicle, this);
                        }
                    })
                    .memoize()
                    .indefinitely();
        }

        boolean isYoung(Instant now) {
            return now.isBefore(begun.plus(KEPT));
        }
    }

    /** Better no answer than one from a store so slow that it is too old on arrival (P20). */
    private Uni<Optional<Snapshot>> look(VehicleId vehicle, Period period) {
        return unitOfWork
                .reading(() -> source.snapshot(vehicle, period))
                .onItem()
                .transformToUni(found -> inTime(found))
                .onFailure(TimeoutException.class)
                .retry()
                .atMost(ATTEMPTS - 1)
                .onFailure(TimeoutException.class)
                .transform(StoreUnavailableException::new);
    }

    private Uni<Optional<Snapshot>> inTime(Optional<Snapshot> found) {
        boolean late = found.filter(
                        snapshot -> clock.instant().isAfter(snapshot.asOf().plus(OLDEST)))
                .isPresent();
        return late
                ? Uni.createFrom().failure(() -> new TimeoutException("the schedule arrived after more than " + OLDEST))
                : Uni.createFrom().item(found);
    }

    /** The answer may come on the context of whoever asked first; each caller goes on with its own. */
    private static <T> Uni<T> onOwnContext(Uni<T> answer) {
        Context own = Vertx.currentContext();
        return own == null ? answer : answer.emitOn(work -> own.runOnContext(_ -> work.run()));
    }
}
