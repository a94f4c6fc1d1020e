package io.motorpool.domain.reconciliation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Departure;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.NoShow;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.reservation.Surroundings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reservation that Motorpool would have, driven by the same steps. It is Motorpool's own {@link Reservation}: every decision
 * here is taken by the rules that decide about live ones, of which this class has no copy.
 */
final class Shadow {

    private Shadow() {}

    /** As it was found, where nobody saw it being decided: taken over as it is. */
    static Reservation adopted(LegacyNumber number, LegacyRow row, Surroundings around, Instant at) {
        ReservationTerms terms = terms(number, row, around, at);
        Instant started =
                Optional.ofNullable(row.startedAt()).orElse(row.period().start());
        Instant returned =
                Optional.ofNullable(row.returnedAt()).orElse(row.period().end());
        Departure departure = new Departure(started, startReading(row, around));
        return switch (row.status()) {
            case RESERVED -> new Reserved(terms, false, row.period().start().plus(ReservationPolicy.NO_SHOW_GRACE));
            case IN_USE -> new InUse(terms, departure, null);
            case RETURNED -> new Returned(terms, departure, returned, endReading(row, around), returned);
            case FORCE_RETURNED -> new ForceReturned(terms, departure, returned, row.endOdometer(), returned);
            case CANCELLED -> new Cancelled(terms, at);
            case NO_SHOW -> new NoShow(terms, at);
        };
    }

    static Decision<Reservation, ReservationRefusal> reserved(
            LegacyNumber number, LegacyRow row, Surroundings around, Instant at) {
        return Reservation.reserve(terms(number, row, around, at), around, at).map(Changed::reservation);
    }

    /** One further step, at the time and with the readings that the legacy system noted. */
    static Decision<Reservation, ReservationRefusal> stepped(
            Reservation shadow, ShadowStep step, LegacyRow row, Surroundings around, Instant at) {
        return switch (step) {
            case RESERVE -> throw new IllegalArgumentException("a reservation is reserved once");
            case CHANGE_VEHICLE ->
                shadow.waitingFor(Step.CHANGE_VEHICLE)
                        .then(waiting -> waiting.changeVehicle(around, at))
                        .map(Changed::reservation);
            case RESCHEDULE, REOPEN ->
                shadow.rescheduled(row.period(), around, at).map(Changed::reservation);
            case CANCEL ->
                shadow.waitingFor(Step.CANCEL).map(waiting -> waiting.cancel(at).reservation());
            case MARK_NO_SHOW ->
                shadow.waitingFor(Step.MARK_NO_SHOW)
                        .then(waiting -> waiting.lapse(around, at))
                        .map(Changed::reservation);
            case START ->
                shadow.waitingFor(Step.START)
                        .then(waiting -> waiting.start(startReading(row, around), around, noted(row.startedAt(), at)))
                        .map(Changed::reservation);
            case RETURN ->
                shadow.runningFor(Step.RETURN)
                        .then(running -> running.returnVehicle(
                                endReading(row, around), around.schedule(), noted(row.returnedAt(), at)))
                        .map(Changed::reservation);
            case FORCE_RETURN ->
                shadow.runningFor(Step.FORCE_RETURN)
                        .then(running ->
                                running.forceReturn(row.endOdometer(), around.schedule(), noted(row.returnedAt(), at)))
                        .map(Changed::reservation);
        };
    }

    private static ReservationTerms terms(LegacyNumber number, LegacyRow row, Surroundings around, Instant at) {
        return new ReservationTerms(
                number.shadow(),
                row.company(),
                row.vehicle(),
                row.driver(),
                row.period(),
                around.vehicle().description().turnaround(),
                row.corporate(),
                at);
    }

    private static Odometer startReading(LegacyRow row, Surroundings around) {
        return Optional.ofNullable(row.startOdometer()).orElse(around.vehicle().odometer());
    }

    private static Odometer endReading(LegacyRow row, Surroundings around) {
        return Optional.ofNullable(row.endOdometer()).orElse(startReading(row, around));
    }

    private static Instant noted(@Nullable Instant noted, Instant at) {
        return Optional.ofNullable(noted).orElse(at);
    }
}
