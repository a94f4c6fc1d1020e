package io.motorpool.application.shared;

import static io.motorpool.application.shared.RefusalCatalogue.broken;
import static io.motorpool.application.shared.RefusalCatalogue.conflict;

import io.motorpool.application.shared.Explained.Kind;
import io.motorpool.domain.route.RouteRefusal;
import io.motorpool.domain.route.VehicleContractNumber;
import java.util.Map;

/** The catalogue's page about routes, runs and vehicle contracts. */
final class RouteRefusals {

    private RouteRefusals() {}

    static Explained explain(RouteRefusal refusal) {
        return switch (refusal) {
            case RouteRefusal.RouteClosed _ ->
                conflict("route-closed", "The route is closed and can no longer be changed.");
            case RouteRefusal.RouteStillServed(var slots) ->
                conflict(
                        "route-still-served",
                        "Slots of the route are still served. Retire them first.",
                        "slots",
                        Long.toString(slots));
            case RouteRefusal.SlotRetired _ ->
                conflict("slot-retired", "The slot is served no more and can no longer be changed.");
            case RouteRefusal.SlotStillServed(var number) ->
                naming("slot-still-served", "A vehicle still serves the slot. Withdraw it first.", number);
            case RouteRefusal.MonthClosed(var month) ->
                conflict(
                        "month-closed",
                        "The month is settled and confirmed. Reverse the settlement, correct, and issue it again.",
                        "month",
                        month.toString());
            case RouteRefusal.SlotServed(var number) ->
                naming("slot-served", "A vehicle serves the slot at that time. Substitute it instead.", number);
            case RouteRefusal.NobodyServes(var at) ->
                conflict("nobody-serves", "No vehicle serves the slot at that time.", "at", at.toString());
            case RouteRefusal.WithdrawnInThePast(var earliest) ->
                broken(
                        "withdrawn-in-the-past",
                        "A vehicle is withdrawn from now on. Correct the past by a substitution.",
                        "earliest",
                        earliest.toString());
            case RouteRefusal.SameVehicleServes(var number) ->
                naming("same-vehicle-serves", "This vehicle and chauffeur are those that serve already.", number);
            case RouteRefusal.VehicleEngaged(var number) ->
                naming("vehicle-engaged", "The vehicle serves another slot in that time.", number);
            case RouteRefusal.VehicleNotDispatchable(var status) ->
                conflict(
                        "vehicle-not-dispatchable",
                        "The vehicle cannot be dispatched now.",
                        "vehicleStatus",
                        status.name());
            case RouteRefusal.VehicleOfAnotherCompany _ ->
                broken("vehicle-of-another-company", "A client's own vehicle serves nobody else.");
            case RouteRefusal.NotPossibleForRun(var status, var step) ->
                new Explained(
                        "not-possible-for-run",
                        Kind.CONFLICT,
                        "The run is past or before the point where this can be reported.",
                        Map.of("runStatus", status.name(), "step", step.name()));
            case RouteRefusal.DepartureImplausible(var scheduled, var reported) ->
                new Explained(
                        "departure-implausible",
                        Kind.BROKEN_RULE,
                        "A run does not leave in the future, nor hours away from its timetable.",
                        Map.of("scheduled", scheduled.toString(), "reported", reported.toString()));
            case RouteRefusal.ArrivalImplausible(var left, var reported) ->
                new Explained(
                        "arrival-implausible",
                        Kind.BROKEN_RULE,
                        "A run arrives after it left, within hours, and not in the future.",
                        Map.of("left", left.toString(), "reported", reported.toString()));
            case RouteRefusal.NotYourRun _ ->
                new Explained("not-your-run", Kind.FORBIDDEN, "You report the runs that you drive yourself.", Map.of());
        };
    }

    private static Explained naming(String code, String sentence, VehicleContractNumber number) {
        return conflict(code, sentence, "contract", number.value());
    }
}
