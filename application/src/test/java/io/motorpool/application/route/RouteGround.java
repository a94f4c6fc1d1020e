package io.motorpool.application.route;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.Assignment;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.ContractIdentity;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.Order;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RouteRates;
import io.motorpool.domain.route.RouteRefusal;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Timetable;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.route.VehicleDuties;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the contracts of routes stand on: companies and vehicles from elsewhere, and the ports themselves to say what is given. */
public interface RouteGround extends PortContract {

    YearMonth NOVEMBER = YearMonth.of(2026, 11);
    Instant DECEMBER_5TH = at(LocalDate.of(2026, 12, 5), 9, 0);

    CompanyId givenCompany();

    /** One of the company's, with a schedule. */
    Vehicle givenVehicle(CompanyId company);

    Routes routes();

    Slots slots();

    Runs runs();

    DispatchSheets sheets();

    Numbers numbers();

    Charges charges();

    static Instant at(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).atZone(BusinessZone.SEOUL).toInstant();
    }

    static Instant day(int day) {
        return at(NOVEMBER.atDay(1).plusDays(day - 1L), 0, 0);
    }

    default Route givenRoute(CompanyId company) {
        Route route = Route.open(new RouteId(Ids.next()), company, "판교-강남 출근");
        return inTransaction(() -> routes().add(route).replaceWith(route));
    }

    default Slot givenSlot(Route route) {
        Timetable daily = new Timetable(NOVEMBER.atDay(1), Map.of(DayOfWeek.MONDAY, List.of(LocalTime.of(8, 0))));
        Slot slot = new Slot(new SlotId(Ids.next()), route.id(), route.company(), "1호차", List.of(daily), false);
        return inTransaction(() -> slots().add(slot).replaceWith(slot));
    }

    default RouteRates givenRate(Route route, LocalDate from, long won) {
        return inTransaction(() -> routes().ratesOf(route).chain(before -> {
            RouteRates after = before.agree(from, Money.won(won));
            Rate rate = after.rates().getLast();
            return routes().addRate(route, rate).replaceWith(after);
        }));
    }

    default RouteRates ratesOf(Route route) {
        return inTransaction(() -> routes().ratesOf(route));
    }

    default DispatchSheet sheetOf(Slot slot) {
        return inTransaction(() -> sheets().of(slot));
    }

    /** Serves the slot from then on. */
    default VehicleContract givenDispatch(Slot slot, Vehicle vehicle, Instant from, @Nullable Instant until) {
        Order order = new Order(anAssignment(vehicle), from, until, ContractCause.DISPATCH);
        return stored(sheetOf(slot).dispatch(order, free(vehicle), ClosedMonths.NONE, nextIdentity(), DECEMBER_5TH))
                .issued()
                .getFirst();
    }

    default DispatchSheet.Changed givenSubstitution(Slot slot, Vehicle vehicle, Instant from, @Nullable Instant until) {
        return stored(substitution(slot, vehicle, from, until));
    }

    default Decision<DispatchSheet.Changed, RouteRefusal> substitution(
            Slot slot, Vehicle vehicle, Instant from, @Nullable Instant until) {
        Order order = new Order(anAssignment(vehicle), from, until, ContractCause.BREAKDOWN);
        return sheetOf(slot).substitute(order, free(vehicle), ClosedMonths.NONE, nextIdentity(), DECEMBER_5TH);
    }

    private DispatchSheet.Changed stored(Decision<DispatchSheet.Changed, RouteRefusal> decision) {
        DispatchSheet.Changed changed = accepted(decision);
        return inTransaction(() -> sheets().store(changed).replaceWith(changed));
    }

    static <T> T accepted(Decision<T, ?> decision) {
        return decision.fold(value -> value, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    static Assignment anAssignment(Vehicle vehicle) {
        return new Assignment(vehicle.id(), new UserId(Ids.next()));
    }

    static VehicleDuties free(Vehicle vehicle) {
        return new VehicleDuties(vehicle, List.of());
    }

    default Supplier<ContractIdentity> nextIdentity() {
        return () -> new ContractIdentity(
                new VehicleContractId(Ids.next()),
                VehicleContractNumber.issue(
                        DECEMBER_5TH, inTransaction(() -> numbers().draw(Numbers.Series.VEHICLE_CONTRACT))));
    }

    default Versioned<Run> givenScheduled(Slot slot, Instant departure) {
        Run.Scheduled run = new Run.Scheduled(
                new RunPlan(new RunId(Ids.next()), slot.company(), slot.route(), slot.id(), departure));
        return inTransaction(() -> runs().addAll(List.of(run)).replaceWith(new Versioned<>(run, Version.FIRST)));
    }

    default Run.Completed givenCompleted(Slot slot, Instant departure) {
        Versioned<Run> scheduled = givenScheduled(slot, departure);
        Run.Completed completed = new Run.Completed(scheduled.value().plan(), departure, departure.plusSeconds(3_000));
        return inTransaction(
                () -> runs().saveAll(List.of(scheduled.with(completed))).replaceWith(completed));
    }

    default long givenCaptured(CompanyId company) {
        return inTransaction(() -> charges().capture(List.of(company), NOVEMBER, DECEMBER_5TH)).stream()
                .mapToLong(Charges.Captured::runs)
                .sum();
    }
}
