package io.motorpool.domain.reservation;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One driver's right to one vehicle for one period. It is reserved; then the driver comes and has it in use, or does
 * not come, or cancels; and what was in use is returned, if need be by support. The reservation protects this life
 * cycle: each state offers its legal steps only. That no two of them meet on a vehicle is the schedule's rule.
 */
public sealed interface Reservation {

    ReservationTerms terms();

    ReservationStatus status();

    /** How the vehicle's time is taken on account of this reservation from now on; empty when it no longer is. */
    Optional<Occupancy> occupancy();

    default ReservationId id() {
        return terms().id();
    }

    /** A driver asks for a vehicle. */
    static Decision<Changed<Reserved>, ReservationRefusal> reserve(
            ReservationTerms wanted, Surroundings around, Instant now) {
        var reserved = new Reserved(wanted, false, wanted.period().start().plus(ReservationPolicy.NO_SHOW_GRACE));
        return ReservationPolicy.checkNew(wanted.period(), now)
                .then(around::suit)
                .then(fit -> fit.haveRoomFor(reserved.taken()))
                .map(_ -> new Changed<>(
                        reserved,
                        new ReservationEvent.VehicleReserved(
                                wanted.id(),
                                wanted.company(),
                                wanted.vehicle(),
                                wanted.driver(),
                                wanted.period(),
                                now)));
    }

    /**
     * Why the driver could not reserve this now; empty when they could. It is the same decision as reserving, so whoever is
     * told that a vehicle is there gets it, if nobody is faster.
     */
    static Optional<ReservationRefusal> whyNot(ReservationTerms wanted, Surroundings around, Instant now) {
        return reserve(wanted, around, now).fold(_ -> Optional.empty(), Optional::of);
    }

    /** The vehicle waits for its driver. */
    record Reserved(ReservationTerms terms, boolean atRisk, Instant noShowFrom) implements Reservation {

        @Override
        public ReservationStatus status() {
            return ReservationStatus.RESERVED;
        }

        @Override
        public Optional<Occupancy> occupancy() {
            return Optional.of(taken());
        }

        Occupancy.ByReservation taken() {
            return new Occupancy.ByReservation(
                    terms.id(),
                    terms.company(),
                    terms.vehicle(),
                    terms.driver(),
                    terms.period(),
                    terms.period().end(),
                    terms.clearAt(),
                    false);
        }

        /**
         * Moved, extended or shortened: all three are a new period for the same vehicle. Whoever only gives time back
         * is not asked again whether they could have the vehicle.
         */
        public Decision<Changed<Reserved>, ReservationRefusal> reschedule(
                Period period, Surroundings around, Instant now) {
            boolean sameStart = period.start().equals(terms.period().start());
            var changed = sameStart
                    ? new Reserved(terms.during(period), atRisk, noShowFrom)
                    : new Reserved(terms.during(period), false, period.start().plus(ReservationPolicy.NO_SHOW_GRACE));
            return ReservationPolicy.checkChanged(terms.period(), period, now)
                    .then(checked -> terms.period().contains(checked) ? accept(around) : around.suit(checked))
                    .then(fit -> fit.haveRoomFor(changed.taken()))
                    .map(_ -> new Changed<>(
                            changed,
                            new ReservationEvent.ReservationRescheduled(
                                    terms.id(), terms.company(), terms.vehicle(), terms.period(), period, now)));
        }

        /** Put on another vehicle of the same company for the same period. */
        public Decision<Changed<Reserved>, ReservationRefusal> changeVehicle(Surroundings around, Instant now) {
            Vehicle other = around.vehicle();
            if (other.id().equals(terms.vehicle())) {
                return refuse(new ReservationRefusal.SameVehicle());
            }
            if (!terms.period().end().isAfter(now)) {
                return refuse(new ReservationRefusal.EndInThePast(now));
            }
            var changed = new Reserved(
                    terms.onVehicle(other.id(), other.description().turnaround()),
                    false,
                    Period.later(noShowFrom, atRisk ? now.plus(ReservationPolicy.NO_SHOW_GRACE) : noShowFrom));
            return around.suit(terms.period())
                    .then(fit -> fit.haveRoomFor(changed.taken()))
                    .map(_ -> new Changed<>(
                            changed,
                            new ReservationEvent.VehicleChanged(
                                    terms.id(), terms.company(), terms.vehicle(), other.id(), now)));
        }

        public Changed<Cancelled> cancel(Instant now) {
            return new Changed<>(
                    new Cancelled(terms, now),
                    new ReservationEvent.ReservationCancelled(terms.id(), terms.company(), terms.vehicle(), now));
        }

        /** The driver has come: within the period, to a vehicle that is there and fit to drive. */
        public Decision<Changed<InUse>, ReservationRefusal> start(Odometer reading, Surroundings around, Instant now) {
            if (!terms.period().contains(now)) {
                return refuse(new ReservationRefusal.OutsideReservedPeriod(terms.period()));
            }
            if (around.schedule().outWith(taken().id()).isPresent()) {
                return refuse(new ReservationRefusal.VehicleStillOut());
            }
            if (reading.isBefore(around.vehicle().odometer())) {
                return refuse(new ReservationRefusal.OdometerRunsBackwards(
                        reading.km(), around.vehicle().odometer().km()));
            }
            return around.suit(terms.period())
                    .map(_ -> new Changed<>(
                            new InUse(terms, new Departure(now, reading), null),
                            new ReservationEvent.ReservationStarted(
                                    terms.id(), terms.company(), terms.vehicle(), reading, now)));
        }

        /**
         * Time has passed and the driver has not come. If the vehicle was not there for them, that is no no-show: the
         * reservation waits for it, and is cancelled when its period is over.
         */
        public Decision<Changed<? extends Reservation>, ReservationRefusal> lapse(Surroundings around, Instant now) {
            Optional<ReservationRefusal> missing = vehicleMissing(around);
            if (missing.isPresent()) {
                return now.isBefore(terms.period().end()) ? refuse(missing.get()) : accept(cancel(now));
            }
            if (now.isBefore(noShowFrom)) {
                return refuse(new ReservationRefusal.NoShowTooEarly(noShowFrom));
            }
            return accept(new Changed<>(
                    new NoShow(terms, now),
                    new ReservationEvent.DriverDidNotShow(terms.id(), terms.company(), terms.vehicle(), now)));
        }

        /** Why the driver could not have come to the vehicle, warned or not; empty when it is there. */
        private Optional<ReservationRefusal> vehicleMissing(Surroundings around) {
            if (atRisk || around.schedule().outWith(taken().id()).isPresent()) {
                return Optional.of(new ReservationRefusal.VehicleStillOut());
            }
            return around.vehicle().isInService()
                    ? Optional.empty()
                    : Optional.of(new ReservationRefusal.VehicleNotInService(
                            around.vehicle().status()));
        }

        /** The vehicle is late from the one before. The driver is told once, so a second flagging changes nothing. */
        public Optional<Changed<Reserved>> flagAtRisk(Instant now) {
            boolean near = !terms.period().start().isAfter(now.plus(ReservationPolicy.RISK_REACH));
            return atRisk || !near
                    ? Optional.empty()
                    : Optional.of(new Changed<>(
                            new Reserved(terms, true, noShowFrom),
                            new ReservationEvent.ReservationAtRisk(
                                    terms.id(), terms.company(), terms.vehicle(), terms.driver(), now)));
        }

        /** Somebody who gets in line behind a vehicle that is late already is told at once. */
        public Optional<Changed<Reserved>> warnBehind(VehicleSchedule ahead, Instant now) {
            return ahead.isLateFor(taken(), now) ? flagAtRisk(now) : Optional.empty();
        }

        /** The vehicle is back. The driver has the whole grace from now to come. */
        public Optional<Changed<Reserved>> clearRisk(Instant now) {
            return atRisk
                    ? Optional.of(new Changed<>(
                            new Reserved(
                                    terms, false, Period.later(noShowFrom, now.plus(ReservationPolicy.NO_SHOW_GRACE))),
                            new ReservationEvent.ReservationRiskCleared(
                                    terms.id(), terms.company(), terms.vehicle(), terms.driver(), now)))
                    : Optional.empty();
        }
    }

    /** When the vehicle left, and what its odometer showed. */
    record Departure(Instant at, Odometer odometer) {}

    /**
     * The driver has the vehicle.
     *
     * @param keptUntil until when a vehicle that is late keeps its place; absent while it is not late
     */
    record InUse(
            ReservationTerms terms,
            Departure departure,
            @Nullable Instant keptUntil) implements Reservation {

        @Override
        public ReservationStatus status() {
            return ReservationStatus.IN_USE;
        }

        public boolean overdue() {
            return keptUntil != null;
        }

        /** Whether it should have been back by now, recorded or not. */
        public boolean isLateAt(Instant now) {
            return overdue() || !now.isBefore(terms.period().end());
        }

        @Override
        public Optional<Occupancy> occupancy() {
            return Optional.of(taken());
        }

        private Occupancy.ByReservation taken() {
            return new Occupancy.ByReservation(
                    terms.id(),
                    terms.company(),
                    terms.vehicle(),
                    terms.driver(),
                    terms.period(),
                    keptUntil == null ? terms.period().end() : keptUntil,
                    keptUntil == null ? terms.clearAt() : keptUntil,
                    true);
        }

        /** Extended or shortened; what has begun keeps its start. Giving time back is possible whatever happened. */
        public Decision<Changed<InUse>, ReservationRefusal> reschedule(
                Period period, Surroundings around, Instant now) {
            if (!period.start().equals(terms.period().start())) {
                return refuse(new ReservationRefusal.StartIsFixed(terms.period().start()));
            }
            var changed = new InUse(terms.during(period), departure, null);
            return ReservationPolicy.checkChanged(terms.period(), period, now)
                    .then(checked -> terms.period().contains(checked) ? accept(around) : around.suit(checked))
                    .then(fit -> fit.haveRoomFor(changed.taken()))
                    .map(_ -> new Changed<>(
                            changed,
                            new ReservationEvent.ReservationRescheduled(
                                    terms.id(), terms.company(), terms.vehicle(), terms.period(), period, now)));
        }

        /**
         * A colleague takes the vehicle over where it stands, and with it the rest of the period. They have to be able to
         * have reserved it themselves.
         *
         * @param around of the same vehicle and the colleague
         */
        public Decision<Changed<InUse>, ReservationRefusal> handTo(UserId colleague, Surroundings around, Instant now) {
            var changed = new InUse(terms.drivenBy(colleague), departure, keptUntil);
            return around.suit(terms.period())
                    .then(fit -> fit.haveRoomFor(changed.taken()))
                    .map(_ -> new Changed<>(
                            changed,
                            new ReservationEvent.DriverChanged(
                                    terms.id(), terms.company(), terms.vehicle(), terms.driver(), colleague, now)));
        }

        /** The vehicle is back: the rest of the period is free at once, but for the turnaround. */
        public Decision<Changed<Returned>, ReservationRefusal> returnVehicle(
                Odometer reading, VehicleSchedule schedule, Instant now) {
            if (reading.isBefore(departure.odometer())) {
                return refuse(new ReservationRefusal.OdometerRunsBackwards(
                        reading.km(), departure.odometer().km()));
            }
            return accept(new Changed<>(
                    new Returned(terms, departure, now, reading, clearAfter(now, schedule)),
                    new ReservationEvent.VehicleReturned(terms.id(), terms.company(), terms.vehicle(), reading, now)));
        }

        /** Support ends the use. The reading is absent when nobody could look at the dashboard. */
        public Decision<Changed<ForceReturned>, ReservationRefusal> forceReturn(
                @Nullable Odometer reading, VehicleSchedule schedule, Instant now) {
            if (reading != null && reading.isBefore(departure.odometer())) {
                return refuse(new ReservationRefusal.OdometerRunsBackwards(
                        reading.km(), departure.odometer().km()));
            }
            return accept(new Changed<>(
                    new ForceReturned(terms, departure, now, reading, clearAfter(now, schedule)),
                    new ReservationEvent.VehicleForceReturned(
                            terms.id(), terms.company(), terms.vehicle(), reading, now)));
        }

        /**
         * The period is over and the vehicle is not back. It keeps its place for a while, as far as the next one lets
         * it; asking again before that time is nearly used up changes nothing. Beyond the next one it never reaches,
         * since one place is one stretch of time: while the vehicle is out, nobody can start with it anyway. Blocks that
         * it has missed do not count, see {@link #blocksMissed}.
         */
        public Decision<Optional<Changed<InUse>>, ReservationRefusal> recordLateReturn(
                VehicleSchedule schedule, Instant now) {
            if (now.isBefore(terms.period().end())) {
                return refuse(new ReservationRefusal.NotOverdue(terms.period().end()));
            }
            Instant placeSoFar = taken().clearAt();
            Instant wanted =
                    ReservationPolicy.onGrid(now).plus(ReservationPolicy.GRID).plus(ReservationPolicy.LATE_HOLD);
            Instant kept = without(blocksMissed(schedule, now), schedule)
                    .roomFrom(placeSoFar, Period.later(placeSoFar, wanted), taken().id());
            boolean enough = placeSoFar.isAfter(now.plus(ReservationPolicy.GRID)) || kept.equals(placeSoFar);
            if (overdue() && enough) {
                return accept(Optional.empty());
            }
            return accept(Optional.of(new Changed<>(
                    new InUse(terms, departure, kept),
                    new ReservationEvent.ReturnOverdue(
                            terms.id(), terms.company(), terms.vehicle(), terms.driver(), kept, now))));
        }

        /**
         * What the division had planned and the vehicle, being out, did not come to. It is over and done with, and gives
         * way to the place of the vehicle that is late.
         */
        public List<Occupancy.ByDivision> blocksMissed(VehicleSchedule schedule, Instant now) {
            return schedule.blocksBetween(terms.period().end(), now);
        }

        private static VehicleSchedule without(List<Occupancy.ByDivision> blocks, VehicleSchedule schedule) {
            VehicleSchedule rest = schedule;
            for (Occupancy.ByDivision block : blocks) {
                rest = rest.without(block.id());
            }
            return rest;
        }

        private Instant clearAfter(Instant now, VehicleSchedule schedule) {
            return schedule.roomFrom(now, now.plus(terms.turnaround()), taken().id());
        }
    }

    /**
     * The driver brought the vehicle back.
     *
     * @param clearAt when the turnaround is over
     */
    record Returned(ReservationTerms terms, Departure departure, Instant returnedAt, Odometer odometer, Instant clearAt)
            implements Reservation {

        @Override
        public ReservationStatus status() {
            return ReservationStatus.RETURNED;
        }

        @Override
        public Optional<Occupancy> occupancy() {
            return turnaround(terms, returnedAt, clearAt);
        }
    }

    /** Support ended the use. */
    record ForceReturned(
            ReservationTerms terms,
            Departure departure,
            Instant returnedAt,
            @Nullable Odometer odometer,
            Instant clearAt)
            implements Reservation {

        @Override
        public ReservationStatus status() {
            return ReservationStatus.FORCE_RETURNED;
        }

        @Override
        public Optional<Occupancy> occupancy() {
            return turnaround(terms, returnedAt, clearAt);
        }
    }

    /** Called off before it began. */
    record Cancelled(ReservationTerms terms, Instant cancelledAt) implements Reservation {

        @Override
        public ReservationStatus status() {
            return ReservationStatus.CANCELLED;
        }

        @Override
        public Optional<Occupancy> occupancy() {
            return Optional.empty();
        }
    }

    /** The driver never came. */
    record NoShow(ReservationTerms terms, Instant markedAt) implements Reservation {

        @Override
        public ReservationStatus status() {
            return ReservationStatus.NO_SHOW;
        }

        @Override
        public Optional<Occupancy> occupancy() {
            return Optional.empty();
        }
    }

    /** A new period, if the state allows one. */
    default Decision<Changed<? extends Reservation>, ReservationRefusal> rescheduled(
            Period period, Surroundings around, Instant now) {
        return switch (this) {
            case Reserved waiting -> waiting.reschedule(period, around, now).map(changed -> changed);
            case InUse running -> running.reschedule(period, around, now).map(changed -> changed);
            case Returned _, ForceReturned _, Cancelled _, NoShow _ ->
                refuse(new NotPossibleNow(status(), Step.RESCHEDULE));
        };
    }

    /** The reservation, if its vehicle still waits for it. */
    default Decision<Reserved, ReservationRefusal> waitingFor(Step step) {
        return this instanceof Reserved waiting ? accept(waiting) : refuse(new NotPossibleNow(status(), step));
    }

    /** The reservation, if its driver has the vehicle. */
    default Decision<InUse, ReservationRefusal> runningFor(Step step) {
        return this instanceof InUse running ? accept(running) : refuse(new NotPossibleNow(status(), step));
    }

    private static Optional<Occupancy> turnaround(ReservationTerms terms, Instant from, Instant until) {
        return from.isBefore(until)
                ? Optional.of(new Occupancy.ByTurnaround(
                        terms.id(), terms.company(), terms.vehicle(), new Period(from, until)))
                : Optional.empty();
    }

    /**
     * A reservation after a step, with the facts that the step made.
     *
     * @param <S> the state it reached
     */
    record Changed<S extends Reservation>(S reservation, List<ReservationEvent> events) {

        public Changed {
            events = List.copyOf(events);
        }

        Changed(S reservation, ReservationEvent event) {
            this(reservation, List.of(event));
        }

        /** This step and then a further one, taken as one. */
        public <T extends Reservation> Changed<T> and(Changed<T> further) {
            return new Changed<>(
                    further.reservation(),
                    Stream.concat(events.stream(), further.events().stream()).toList());
        }
    }
}
