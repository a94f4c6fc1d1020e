package io.motorpool.domain.route;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.aDescription;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;

import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.VehicleId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shuttle of Hanbit's and its November, for tests. Times are Seoul's. */
public final class Fixtures {

    public static final RouteId COMMUTE = new RouteId(new UUID(10, 1));
    public static final SlotId FIRST_BUS = new SlotId(new UUID(11, 1));
    public static final SlotId SECOND_BUS = new SlotId(new UUID(11, 2));
    public static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    public static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    public static final Instant DECEMBER_1ST = at(LocalDate.of(2026, 12, 1), 9, 0);
    public static final Assignment SONATA_BY_KIM = new Assignment(SONATA, KIM);
    public static final Assignment OTHER_SONATA_BY_LEE = new Assignment(OTHER_SONATA, LEE);

    private Fixtures() {}

    public static Route aRoute() {
        return new Route(COMMUTE, HANBIT, "강남-판교 출근", false);
    }

    public static Slot aSlot(Timetable... timetables) {
        return new Slot(FIRST_BUS, COMMUTE, HANBIT, "1호차", List.of(timetables), false);
    }

    public static Timetable weekdays(LocalDate from, String... times) {
        Map<DayOfWeek, List<LocalTime>> departures = new EnumMap<>(DayOfWeek.class);
        List<LocalTime> parsed = Arrays.stream(times).map(LocalTime::parse).toList();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                departures.put(day, parsed);
            }
        }
        return new Timetable(from, departures);
    }

    public static RouteRates rates(Rate... rates) {
        return new RouteRates(COMMUTE, HANBIT, List.of(rates));
    }

    public static Rate rate(int version, String from, long won) {
        return new Rate(version, LocalDate.parse(from), Money.won(won));
    }

    public static Instant at(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).atZone(BusinessZone.SEOUL).toInstant();
    }

    /** A day of November. */
    public static Instant day(int day) {
        return at(NOVEMBER.atDay(day), 0, 0);
    }

    public static Instant seoul(String local) {
        return LocalDateTime.parse(local).atZone(BusinessZone.SEOUL).toInstant();
    }

    public static RunPlan aPlan(Instant departure) {
        return new RunPlan(new RunId(new UUID(12, departure.getEpochSecond())), HANBIT, COMMUTE, FIRST_BUS, departure);
    }

    public static Run.Completed aCompletedRun(Instant departure) {
        return new Run.Completed(aPlan(departure), departure.plusSeconds(60), departure.plusSeconds(3_600));
    }

    public static Supplier<ContractIdentity> numbers() {
        AtomicLong last = new AtomicLong();
        return () -> {
            long drawn = last.incrementAndGet();
            return new ContractIdentity(
                    new VehicleContractId(new UUID(13, drawn)), VehicleContractNumber.issue(DECEMBER_1ST, drawn));
        };
    }

    public static VehicleContractNumber number(int drawn) {
        return VehicleContractNumber.issue(DECEMBER_1ST, drawn);
    }

    public static VehicleContractId contract(int drawn) {
        return new VehicleContractId(new UUID(13, drawn));
    }

    public static Supplier<ChargeId> chargeIds() {
        AtomicLong last = new AtomicLong();
        return () -> new ChargeId(new UUID(14, last.incrementAndGet()));
    }

    public static Order order(Assignment assignment, Instant from, @Nullable Instant until, ContractCause cause) {
        return new Order(assignment, from, until, cause);
    }

    public static VehicleDuties free(VehicleId vehicle) {
        return new VehicleDuties(aVehicle(vehicle, aDescription()), List.of());
    }

    public static ClosedMonths closed(YearMonth... months) {
        return new ClosedMonths(Set.of(months));
    }
}
