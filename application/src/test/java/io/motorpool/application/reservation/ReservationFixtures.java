package io.motorpool.application.reservation;

import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Departure;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** One Monday and what is planned on it. Hours are those of a clock in Seoul. */
public final class ReservationFixtures {

    public static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    public static final Instant MONDAY_8AM = at(8, 0);
    public static final Period ALL_MONDAY = hours(0, 24);
    public static final Odometer ODOMETER = new Odometer(12_345);

    public static final Reason A_REASON = new Reason(ReasonCode.DRIVER_REQUEST, "전화로 요청함");

    private ReservationFixtures() {}

    /** A time on Monday; hour 24 is Tuesday's midnight, and so on. */
    public static Instant at(int hour, int minute) {
        return MONDAY.atStartOfDay(BusinessZone.SEOUL).toInstant().plus(Duration.ofMinutes(hour * 60L + minute));
    }

    public static Period hours(int from, int until) {
        return new Period(at(from, 0), at(until, 0));
    }

    public static Reserved aReservation(Vehicle vehicle, UserId driver, Period period) {
        ReservationTerms terms = new ReservationTerms(
                new ReservationId(Ids.next()),
                vehicle.company(),
                vehicle.id(),
                driver,
                period,
                vehicle.description().turnaround(),
                true,
                at(7, 0));
        return waiting(terms);
    }

    public static Reserved during(Reserved waiting, Period period) {
        ReservationTerms terms = waiting.terms();
        return waiting(new ReservationTerms(
                terms.id(),
                terms.company(),
                terms.vehicle(),
                terms.driver(),
                period,
                terms.turnaround(),
                terms.corporate(),
                terms.createdAt()));
    }

    public static Reserved onVehicle(Reserved waiting, Vehicle vehicle) {
        ReservationTerms terms = waiting.terms();
        return waiting(new ReservationTerms(
                terms.id(),
                terms.company(),
                vehicle.id(),
                terms.driver(),
                terms.period(),
                vehicle.description().turnaround(),
                terms.corporate(),
                terms.createdAt()));
    }

    /** Its driver took the vehicle at once. */
    public static InUse started(Reserved waiting) {
        return new InUse(waiting.terms(), new Departure(waiting.terms().period().start(), ODOMETER), null);
    }

    /** It has not come back, and keeps its place. */
    public static InUse late(Reserved waiting, Instant keptUntil) {
        InUse running = started(waiting);
        return new InUse(running.terms(), running.departure(), keptUntil);
    }

    public static Reserved atRisk(Reserved waiting) {
        return new Reserved(waiting.terms(), true, waiting.noShowFrom());
    }

    public static Caller driverOf(Reservation reservation) {
        ReservationTerms terms = reservation.terms();
        return Callers.ofCompany(terms.driver(), terms.company(), Role.MEMBER);
    }

    public static Vehicle in(VehicleStatus status, Vehicle vehicle) {
        return new Vehicle(
                vehicle.id(), vehicle.company(), vehicle.zone(), vehicle.description(), vehicle.odometer(), status);
    }

    public static Vehicle withTurnaround(Duration turnaround, Vehicle vehicle) {
        VehicleDescription is = vehicle.description();
        return new Vehicle(
                vehicle.id(),
                vehicle.company(),
                vehicle.zone(),
                new VehicleDescription(
                        is.plate(), is.vin(), is.model(), is.seats(), is.ownership(), turnaround, is.drive()),
                vehicle.odometer(),
                vehicle.status());
    }

    public static Occupancy.ByDivision inTheWorkshop(Vehicle vehicle, Period period) {
        return new Occupancy.ByDivision(
                new OccupancyId(Ids.next()),
                vehicle.company(),
                vehicle.id(),
                Occupancy.ByDivision.Cause.MAINTENANCE,
                period);
    }

    private static Reserved waiting(ReservationTerms terms) {
        return new Reserved(terms, false, terms.period().start().plus(ReservationPolicy.NO_SHOW_GRACE));
    }
}
