package io.motorpool.application.fleet;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.Drive;
import io.motorpool.domain.fleet.GeoPoint;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.fleet.Propulsion;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.Vin;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.fleet.ZoneArea;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Zones, vehicles and plan windows that no other test knows. */
public final class FleetFixtures {

    public static final GeoPoint PANGYO = new GeoPoint(127.1112, 37.3947);

    public static final ContractTerm YEAR_2027 = new ContractTerm(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    public static final WeeklyHours OFFICE_HOURS = weekly("09:00", "18:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    public static final WeeklyHours NIGHTS = weekly("22:00", "06:00", DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    private static final String LETTERS = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주";

    /** From a place of its own in each run, because a database may outlive one. */
    private static final AtomicLong NUMBERS =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000L));

    private FleetFixtures() {}

    public static VirtualZone aZone(CompanyId company) {
        return VirtualZone.define(new ZoneId(Ids.next()), company, "판교 본사 지하 2층", PANGYO, null);
    }

    /** A square of about a hundred metres. */
    public static ZoneArea anAreaAround(GeoPoint point) {
        double reach = 0.0005;
        GeoPoint corner = new GeoPoint(point.longitude() - reach, point.latitude() - reach);
        return new ZoneArea(List.of(
                corner,
                new GeoPoint(point.longitude() + reach, point.latitude() - reach),
                new GeoPoint(point.longitude() + reach, point.latitude() + reach),
                new GeoPoint(point.longitude() - reach, point.latitude() + reach),
                corner));
    }

    public static Vehicle aVehicle(CompanyId company, ZoneId zone) {
        return aVehicle(company, zone, aDescription());
    }

    public static Vehicle aVehicle(CompanyId company, ZoneId zone, VehicleDescription description) {
        return Vehicle.add(new VehicleId(Ids.next()), company, zone, description, new Odometer(12_345));
    }

    public static VehicleDescription aDescription() {
        return aDescription(aPlate(), aVin());
    }

    public static VehicleDescription aDescription(Plate plate, Vin vin) {
        return new VehicleDescription(
                plate,
                vin,
                "아이오닉 5",
                5,
                Ownership.COMPANY,
                Duration.ofMinutes(20),
                new Drive(Propulsion.ELECTRIC, 458));
    }

    /** Drawn at random, two of ten thousand would be the same once in seven runs. */
    public static Plate aPlate() {
        long number = NUMBERS.getAndIncrement();
        char letter = LETTERS.charAt((int) (number / 10_000_000 % LETTERS.length()));
        return new Plate("%03d%c%04d".formatted(number / 10_000 % 1000, letter, number % 10_000));
    }

    public static Vin aVin() {
        return new Vin("KMHKR81%010d".formatted(NUMBERS.getAndIncrement()));
    }

    public static PlanWindow aWindow(Vehicle vehicle, WeeklyHours hours) {
        return PlanWindow.agree(new PlanWindowId(Ids.next()), vehicle.company(), vehicle.id(), YEAR_2027, hours);
    }

    public static WeeklyHours weekly(String from, String until, DayOfWeek first, DayOfWeek last) {
        Set<DayOfWeek> days = EnumSet.range(first, last);
        return new WeeklyHours(days, LocalTime.parse(from), LocalTime.parse(until));
    }

    static Vehicle retired(Vehicle vehicle) {
        return vehicle.retire(0).fold(retired -> retired, refusal -> {
            throw new AssertionError(refusal);
        });
    }

    static PlanWindow ended(PlanWindow window) {
        return window.retire().fold(ended -> ended, refusal -> {
            throw new AssertionError(refusal);
        });
    }
}
