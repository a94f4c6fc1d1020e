package io.motorpool.application.drivinglog;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.domain.drivinglog.Leg;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.Purpose;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.Trip;
import io.motorpool.domain.drivinglog.TripId;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.drivinglog.Use.Course;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Trips of March 2027 that no other test knows. */
public final class LogFixtures {

    public static final TaxPeriod MARCH = new TaxPeriod(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31));
    public static final TaxPeriod APRIL = new TaxPeriod(LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 30));
    public static final Reason WHY = new Reason(Reason.ReasonCode.DATA_CORRECTION, "영수증으로 확인");

    private LogFixtures() {}

    /** A time in March 2027, like {@code 02T09:00}. */
    public static Instant march(String local) {
        return at("2027-03-" + local);
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessZone.SEOUL).toInstant();
    }

    /** Driven by one driver, exactly as reserved. */
    public static Use driven(UserId driver, boolean corporate, Instant from, Instant until, int before, int after) {
        return driven(
                corporate,
                new Period(from, until),
                new Leg(driver, from, until, new Odometer(before), new Odometer(after)));
    }

    public static Use driven(boolean corporate, Period period, Leg... legs) {
        return new Use(new ReservationId(Ids.next()), period, corporate, new Course.Driven(List.of(legs)));
    }

    public static Use notDriven(Use.Cause cause, Instant from, Instant until) {
        return new Use(new ReservationId(Ids.next()), new Period(from, until), true, new Course.NotDriven(cause));
    }

    public static LogFact aFact(CompanyId company, VehicleId vehicle, LogFact.Content content) {
        return new LogFact(Ids.next(), vehicle, company, content, WHY, new UserId(Ids.next()), march("20T09:00"));
    }

    public static Trip aForgottenTrip(UserId driver, Instant from, Instant until, int before, int after) {
        return new Trip(
                new TripId(new EntryId(Ids.next()), 1),
                driver,
                from,
                until,
                new Odometer(before),
                new Odometer(after),
                Purpose.BUSINESS);
    }

    public static LogClosing aClosing(CompanyId company, TaxPeriod period) {
        return new LogClosing(
                company,
                period,
                FileDigest.of("sheets".getBytes(StandardCharsets.UTF_8)),
                3,
                new UserId(Ids.next()),
                at("2027-05-02T09:00"));
    }
}
