package io.motorpool.domain.reservation;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.aCompany;
import static io.motorpool.domain.company.Fixtures.aMember;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.TURNAROUND;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.shared.BusinessZone.SEOUL;

import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy.ByDivision.Cause;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.Reservation.Departure;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.NoShow;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One vehicle, one driver and their Monday, for tests. Hours are those of a clock in Seoul. */
final class Fixtures {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    static final Instant MONDAY_8AM = at(8, 0);
    static final ReservationId RESERVATION = new ReservationId(new UUID(7, 1));
    static final Duration NOTHING = Duration.ZERO;
    static final Duration A_MOMENT = Duration.ofNanos(1);

    private Fixtures() {}

    /** An hour of Monday; hour 24 is Tuesday's midnight, and so on. */
    static Instant at(int hour, int minute) {
        return MONDAY.atStartOfDay(SEOUL).toInstant().plus(Duration.ofMinutes(hour * 60L + minute));
    }

    static Period hours(int from, int until) {
        return new Period(at(from, 0), at(until, 0));
    }

    /** The terms of the driver's reservation of the vehicle. */
    static ReservationTerms terms(Period period) {
        return terms(period, TURNAROUND);
    }

    static ReservationTerms terms(Period period, Duration turnaround) {
        return new ReservationTerms(RESERVATION, HANBIT, SONATA, KIM, period, turnaround, true, at(7, 0));
    }

    static Reserved aReservation(Period period) {
        return new Reserved(terms(period), false, period.start().plus(ReservationPolicy.NO_SHOW_GRACE));
    }

    static Reserved aReservationAtRisk(Period period) {
        return new Reserved(terms(period), true, period.start().plus(ReservationPolicy.NO_SHOW_GRACE));
    }

    static InUse aTrip(Period period) {
        return aTrip(period, TURNAROUND);
    }

    static InUse aTrip(Period period, Duration turnaround) {
        return new InUse(terms(period, turnaround), departureOf(period), null);
    }

    static InUse aLateTrip(Period period, Instant keptUntil) {
        return new InUse(terms(period), departureOf(period), keptUntil);
    }

    static Departure departureOf(Period period) {
        return new Departure(period.start(), ODOMETER);
    }

    /** The same reservation in each of the states in which it can end. */
    static List<Reservation> endedReservations() {
        Period period = hours(9, 11);
        return List.of(
                new Returned(terms(period), departureOf(period), at(10, 0), ODOMETER, at(10, 30)),
                new ForceReturned(terms(period), departureOf(period), at(10, 0), null, at(10, 30)),
                new Cancelled(terms(period), at(8, 0)),
                new NoShow(terms(period), at(9, 30)));
    }

    /** A colleague's reservation of the vehicle; each hour has its own. */
    static Occupancy reservedByAColleague(Period period) {
        return byAColleague(period, period.end(), false);
    }

    static Occupancy reservedByAColleague(Period period, Instant clearAt) {
        return byAColleague(period, clearAt, false);
    }

    static Occupancy outWithAColleague(Period period) {
        return byAColleague(period, period.end(), true);
    }

    private static Occupancy byAColleague(Period period, Instant clearAt, boolean inUse) {
        return new Occupancy.ByReservation(
                reservationOf(period), HANBIT, SONATA, LEE, period, period.end(), clearAt, inUse);
    }

    static Occupancy cleaning(Period period) {
        return new Occupancy.ByTurnaround(reservationOf(period), HANBIT, SONATA, period);
    }

    static Occupancy inTheWorkshop(Period period) {
        return byTheDivision(Cause.MAINTENANCE, period);
    }

    static Occupancy heldBack(Period period) {
        return byTheDivision(Cause.BLOCK, period);
    }

    private static Occupancy byTheDivision(Cause cause, Period period) {
        return new Occupancy.ByDivision(
                new OccupancyId(new UUID(8, period.start().getEpochSecond())), HANBIT, SONATA, cause, period);
    }

    private static ReservationId reservationOf(Period period) {
        return new ReservationId(new UUID(9, period.start().getEpochSecond()));
    }

    static VehicleSchedule aSchedule(Occupancy... occupancies) {
        return new VehicleSchedule(SONATA, List.of(occupancies));
    }

    /** Nobody else wants the vehicle, and the driver has no other plans. */
    static Surroundings aFreeDay() {
        return around(aSchedule());
    }

    static Surroundings around(VehicleSchedule schedule) {
        return new Surroundings(aCompany(), aVehicle(), schedule, aMember(), aFreeAgenda());
    }

    static Surroundings around(Vehicle vehicle) {
        return new Surroundings(aCompany(), vehicle, aSchedule(), aMember(), aFreeAgenda());
    }

    static Surroundings around(Company company) {
        return new Surroundings(company, aVehicle(), aSchedule(), aMember(), aFreeAgenda());
    }

    static Surroundings around(DriverAgenda agenda) {
        return new Surroundings(aCompany(), aVehicle(), aSchedule(), aMember(), agenda);
    }

    static Surroundings withDriver(@Nullable Member driver) {
        return new Surroundings(aCompany(), aVehicle(), aSchedule(), driver, aFreeAgenda());
    }

    static DriverAgenda aFreeAgenda() {
        return new DriverAgenda(KIM, List.of());
    }

    /** The driver has another vehicle of the same company for this period. */
    static DriverAgenda anAgendaWith(Period period) {
        return new DriverAgenda(KIM, List.of(new DriverAgenda.Engagement(reservationOf(period), HANBIT, period)));
    }
}
