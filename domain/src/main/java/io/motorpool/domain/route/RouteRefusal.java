package io.motorpool.domain.route;

import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.VehicleStatus;
import java.time.Instant;
import java.time.YearMonth;

/** Why a change of routes, runs or vehicle contracts is declined. */
public sealed interface RouteRefusal extends Refusal {

    /** The route is closed; it can be read, no longer changed. */
    record RouteClosed() implements RouteRefusal {}

    /** Slots of the route are still served: they have to be retired first. */
    record RouteStillServed(long slots) implements RouteRefusal {}

    /** The slot is served no more; it can be read, no longer changed. */
    record SlotRetired() implements RouteRefusal {}

    /** A vehicle still serves the slot: it has to be withdrawn first. */
    record SlotStillServed(VehicleContractNumber number) implements RouteRefusal {}

    /** The month is settled and confirmed: a correction is a reversal and a reissue. */
    record MonthClosed(YearMonth month) implements RouteRefusal {}

    /** A vehicle serves the slot at that time: it can be substituted, not dispatched again. */
    record SlotServed(VehicleContractNumber number) implements RouteRefusal {}

    /** No vehicle serves the slot at that time. */
    record NobodyServes(Instant at) implements RouteRefusal {}

    /** What was driven was driven by somebody: the past is corrected by a substitution. */
    record WithdrawnInThePast(Instant earliest) implements RouteRefusal {}

    /** The vehicle and its chauffeur are those that serve already. */
    record SameVehicleServes(VehicleContractNumber number) implements RouteRefusal {}

    /** The vehicle serves another slot in that time. */
    record VehicleEngaged(VehicleContractNumber number) implements RouteRefusal {}

    /** The vehicle is in maintenance or has left the fleet. */
    record VehicleNotDispatchable(VehicleStatus status) implements RouteRefusal {}

    /** The vehicle is another client's own. */
    record VehicleOfAnotherCompany() implements RouteRefusal {}

    /** The life cycle offers no such step from here. */
    record NotPossibleForRun(RunStatus status, RunStep step) implements RouteRefusal {}

    /** What was to be reported of a run. */
    enum RunStep {
        DEPART,
        ARRIVE,
        COMPLETE,
        CANCEL,
        ANNUL
    }

    /** A run does not leave in the future, nor hours away from its timetable. */
    record DepartureImplausible(Instant scheduled, Instant reported) implements RouteRefusal {}

    /** A run arrives after it left, within the day, and not in the future. */
    record ArrivalImplausible(Instant left, Instant reported) implements RouteRefusal {}

    /** Nobody drives this run on the caller's name: chauffeurs report what they drive themselves. */
    record NotYourRun() implements RouteRefusal {}
}
