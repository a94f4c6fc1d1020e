package io.motorpool.application.reservation;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions about reservations that change nothing, asked without the aggregates. */
public interface ReservationReader {

    Uni<Optional<ReservationView>> view(ReservationId id);

    /** In order of their start, then of their id. */
    Uni<Page<ReservationView>> search(CompanyScope scope, Filter filter, Page.Request page);

    /**
     * What to search for; whatever is absent does not narrow the search.
     *
     * @param from leaves out what is over by then
     * @param until leaves out what has not begun by then
     */
    record Filter(
            @Nullable VehicleId vehicle,
            @Nullable UserId driver,
            @Nullable ReservationStatus status,
            @Nullable Instant from,
            @Nullable Instant until) {

        public Filter {
            if (from != null && until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("a search ends at or after the instant from which on it looks");
            }
        }

        public Filter onlyOf(UserId own) {
            return new Filter(vehicle, own, status, from, until);
        }
    }

    /** The reservations of the vehicle next to the period, in the same company, no farther from it than the reach. */
    Uni<Neighbours> neighbours(CompanyId company, VehicleId vehicle, Period period, @Nullable ReservationId except);

    record Neighbours(Optional<Neighbour> previous, Optional<Neighbour> next) {

        /** As they may be shown (P10). */
        Neighbours masked() {
            return new Neighbours(previous.map(Neighbour::masked), next.map(Neighbour::masked));
        }
    }

    /** Never shown with the whole name (P10). */
    record Neighbour(PersonName driver, Period period) {

        Neighbour masked() {
            return new Neighbour(new PersonName(driver.masked()), period);
        }
    }

    /** In-use reservations whose period is over and whose place needs to be kept longer, the longest overdue first. */
    Uni<Page<ReservationId>> overdue(Instant now, Page.Request page);

    /** Waiting reservations whose driver's time to come is over, the oldest first. */
    Uni<Page<ReservationId>> lapsed(Instant now, Page.Request page);
}
