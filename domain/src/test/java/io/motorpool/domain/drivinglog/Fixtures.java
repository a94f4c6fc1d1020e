package io.motorpool.domain.drivinglog;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.shared.BusinessZone.SEOUL;

import io.motorpool.domain.drivinglog.Use.Course;
import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One vehicle's year, for tests. Times are those of a clock in Seoul. */
final class Fixtures {

    static final TaxPeriod YEAR = new TaxPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    static final Instant LATER = at("2027-02-01T09:00");

    private Fixtures() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SEOUL).toInstant();
    }

    static Period period(String start, String end) {
        return new Period(at(start), at(end));
    }

    /** Every day the same hours, for two years. */
    static PlanWindow daily(String from, String until) {
        return PlanWindow.agree(
                new PlanWindowId(new UUID(6, 1)),
                HANBIT,
                SONATA,
                new ContractTerm(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31)),
                new WeeklyHours(EnumSet.allOf(DayOfWeek.class), LocalTime.parse(from), LocalTime.parse(until)));
    }

    static ReservationId reservation(long number) {
        return new ReservationId(new UUID(7, number));
    }

    static EntryId entry(long number) {
        return EntryId.of(reservation(number));
    }

    static TripId trip(long number) {
        return new TripId(entry(number), 1);
    }

    /** Driven by one driver, exactly as reserved. */
    static Use driven(long number, boolean corporate, String start, String end, int before, int after) {
        Period period = period(start, end);
        return use(number, corporate, period, leg(KIM, period.start(), period.end(), before, after));
    }

    static Use use(long number, boolean corporate, Period period, Leg... legs) {
        return new Use(reservation(number), period, corporate, new Course.Driven(List.of(legs)));
    }

    static Use notDriven(long number, Use.Cause cause) {
        return new Use(
                reservation(number), period("2026-03-02T09:00", "2026-03-02T10:00"), true, new Course.NotDriven(cause));
    }

    static Leg leg(UserId driver, Instant from, Instant until, int before, @Nullable Integer after) {
        return new Leg(driver, from, until, new Odometer(before), after == null ? null : new Odometer(after));
    }

    /** Facts are told one second after the other. */
    static LogFact fact(long number, LogFact.Content content) {
        return new LogFact(
                new UUID(8, number),
                SONATA,
                HANBIT,
                content,
                new Reason(Reason.ReasonCode.DATA_CORRECTION, "영수증으로 확인"),
                KIM,
                at("2026-06-01T09:00").plusSeconds(number));
    }

    static Trip forgotten(String from, String until, int before, int after) {
        return new Trip(
                new TripId(new EntryId(new UUID(9, before)), 1),
                KIM,
                at(from),
                at(until),
                new Odometer(before),
                new Odometer(after),
                Purpose.BUSINESS);
    }

    static VehicleLog log(List<PlanWindow> windows, List<Use> uses, LogFact... facts) {
        return new VehicleLog(SONATA, HANBIT, YEAR, windows, uses, List.of(facts));
    }

    static VehicleLog log(List<Use> uses, LogFact... facts) {
        return log(List.of(), uses, facts);
    }
}
