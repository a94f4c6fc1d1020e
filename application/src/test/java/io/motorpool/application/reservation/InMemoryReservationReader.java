package io.motorpool.application.reservation;

import static java.util.Objects.requireNonNull;

import io.motorpool.application.company.Members;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the reservations in memory. */
final class InMemoryReservationReader implements ReservationReader {

    private static final Comparator<ReservationView> IN_ORDER = Comparator.<ReservationView, Instant>comparing(
                    view -> view.period().start())
            .thenComparing(view -> view.id().value());

    private final InMemoryReservations reservations;
    private final Members members;

    InMemoryReservationReader(InMemoryReservations reservations, Members members) {
        this.reservations = reservations;
        this.members = members;
    }

    @Override
    public Uni<Optional<ReservationView>> view(ReservationId id) {
        return reservations.find(id).map(found -> found.map(ReservationView::of));
    }

    @Override
    public Uni<Page<ReservationView>> search(CompanyScope scope, Filter filter, Page.Request page) {
        return Uni.createFrom()
                .item(() -> Page.of(
                        views().filter(view -> within(scope, view.company()))
                                .filter(view -> matches(filter, view))
                                .sorted(IN_ORDER)
                                .filter(view -> page.after()
                                        .map(cursor -> isAfter(cursor, placeOf(view)))
                                        .orElse(true))
                                .limit(page.limit() + 1L)
                                .toList(),
                        page,
                        InMemoryReservationReader::placeOf));
    }

    private Stream<ReservationView> views() {
        return reservations
                .all()
                .flatMap(each -> reservations.find(each.id()).await().indefinitely().stream())
                .map(ReservationView::of);
    }

    private static Page.Cursor placeOf(ReservationView view) {
        return new Page.Cursor(view.period().start(), view.id().value());
    }

    private static boolean isAfter(Page.Cursor cursor, Page.Cursor place) {
        int later = requireNonNull(place.at()).compareTo(requireNonNull(cursor.at()));
        return later > 0 || (later == 0 && place.id().compareTo(cursor.id()) > 0);
    }

    private static boolean within(CompanyScope scope, CompanyId company) {
        return switch (scope) {
            case CompanyScope.Every _ -> true;
            case CompanyScope.Only(var only) -> only.equals(company);
            case CompanyScope.None _ -> false;
        };
    }

    private static boolean matches(Filter filter, ReservationView view) {
        return (filter.vehicle() == null || filter.vehicle().equals(view.vehicle()))
                && (filter.driver() == null || filter.driver().equals(view.driver()))
                && (filter.status() == null || filter.status() == view.status())
                && (filter.from() == null
                        || filter.from().isBefore(view.period().end()))
                && (filter.until() == null
                        || filter.until().isAfter(view.period().start()));
    }

    @Override
    public Uni<Neighbours> neighbours(
            CompanyId company, VehicleId vehicle, Period period, @Nullable ReservationId except) {
        return Uni.createFrom()
                .item(() -> new Neighbours(
                        others(company, vehicle, except)
                                .filter(other -> !had(other).end().isAfter(period.start()))
                                .filter(other -> !had(other)
                                        .end()
                                        .isBefore(period.start().minus(ReservationPolicy.NEIGHBOUR_REACH)))
                                .max(Comparator.comparing(other -> had(other).start()))
                                .map(other -> neighbour(other, had(other))),
                        others(company, vehicle, except)
                                .filter(other -> !other.terms().period().start().isBefore(period.end()))
                                .filter(other -> !other.terms()
                                        .period()
                                        .start()
                                        .isAfter(period.end().plus(ReservationPolicy.NEIGHBOUR_REACH)))
                                .min(Comparator.comparing(
                                        other -> other.terms().period().start()))
                                .map(other -> neighbour(other, other.terms().period()))));
    }

    private Stream<Reservation> others(CompanyId company, VehicleId vehicle, @Nullable ReservationId except) {
        return reservations
                .all()
                .filter(other -> other.terms().company().equals(company))
                .filter(other -> other.terms().vehicle().equals(vehicle))
                .filter(other -> !other.id().equals(except))
                .filter(InMemoryReservationReader::counts);
    }

    private static boolean counts(Reservation reservation) {
        return switch (reservation.status()) {
            case RESERVED, IN_USE, RETURNED, FORCE_RETURNED -> true;
            case CANCELLED, NO_SHOW -> false;
        };
    }

    /** Until it came back, if that was before the end. */
    private static Period had(Reservation reservation) {
        Period reserved = reservation.terms().period();
        Instant back =
                switch (reservation) {
                    case Returned returned -> returned.returnedAt();
                    case ForceReturned forced -> forced.returnedAt();
                    case Reservation _ -> reserved.end();
                };
        return reserved.withEnd(Period.earlier(reserved.end(), back));
    }

    private Neighbour neighbour(Reservation reservation, Period period) {
        PersonName name = members.of(
                        reservation.terms().company(), reservation.terms().driver())
                .await()
                .indefinitely()
                .orElseThrow()
                .value()
                .profile()
                .name();
        return new Neighbour(name, period);
    }

    @Override
    public Uni<Page<ReservationId>> overdue(Instant now, Page.Request page) {
        return due(
                page,
                all(InUse.class)
                        .filter(running -> !running.terms().period().end().isAfter(now))
                        .filter(running -> running.keptUntil() == null
                                || !running.keptUntil().isAfter(now.plus(ReservationPolicy.GRID))),
                running -> running.terms().period().end());
    }

    @Override
    public Uni<Page<ReservationId>> lapsed(Instant now, Page.Request page) {
        return due(
                page,
                all(Reserved.class)
                        .filter(waiting -> !waiting.noShowFrom().isAfter(now))
                        .filter(waiting -> !waiting.atRisk()
                                || !waiting.terms().period().end().isAfter(now)),
                Reserved::noShowFrom);
    }

    private <R extends Reservation> Stream<R> all(Class<R> state) {
        return reservations.all().filter(state::isInstance).map(state::cast);
    }

    private static <R extends Reservation> Uni<Page<ReservationId>> due(
            Page.Request page, Stream<R> due, Function<R, Instant> since) {
        Function<R, Page.Cursor> place =
                each -> new Page.Cursor(since.apply(each), each.id().value());
        return Uni.createFrom()
                .item(() -> Page.of(
                                due.sorted(Comparator.comparing(since)
                                                .thenComparing(each -> each.id().value()))
                                        .filter(each -> page.after()
                                                .map(cursor -> isAfter(cursor, place.apply(each)))
                                                .orElse(true))
                                        .limit(page.limit() + 1L)
                                        .toList(),
                                page,
                                place)
                        .map(Reservation::id));
    }
}
