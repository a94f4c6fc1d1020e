package io.motorpool.application.reservation;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows what time alone has changed. Sweeps ask nothing else of a reader. */
final class DueReservations implements ReservationReader {

    private final InMemoryReservations reservations;

    DueReservations(InMemoryReservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public Uni<List<ReservationId>> overdue(Instant now, int atMost) {
        return first(
                atMost,
                all(InUse.class)
                        .filter(running -> !running.terms().period().end().isAfter(now))
                        .filter(running -> running.keptUntil() == null
                                || !running.keptUntil().isAfter(now.plus(ReservationPolicy.GRID))),
                running -> running.terms().period().end());
    }

    @Override
    public Uni<List<ReservationId>> lapsed(Instant now, int atMost) {
        return first(
                atMost,
                all(Reserved.class)
                        .filter(waiting -> !waiting.noShowFrom().isAfter(now))
                        .filter(waiting -> !waiting.atRisk()
                                || !waiting.terms().period().end().isAfter(now)),
                Reserved::noShowFrom);
    }

    private <R extends Reservation> Stream<R> all(Class<R> state) {
        return reservations.all().filter(state::isInstance).map(state::cast);
    }

    private static <R extends Reservation> Uni<List<ReservationId>> first(
            int atMost, Stream<R> due, Function<R, Instant> since) {
        return Uni.createFrom()
                .item(() -> due.sorted(Comparator.comparing(since))
                        .map(Reservation::id)
                        .limit(atMost)
                        .toList());
    }

    @Override
    public Uni<Optional<ReservationView>> view(ReservationId id) {
        throw new AssertionError("not a sweep's business");
    }

    @Override
    public Uni<Page<ReservationView>> search(CompanyScope scope, Filter filter, Page.Request page) {
        throw new AssertionError("not a sweep's business");
    }

    @Override
    public Uni<Neighbours> neighbours(
            CompanyId company, VehicleId vehicle, Period period, @Nullable ReservationId except) {
        throw new AssertionError("not a sweep's business");
    }
}
