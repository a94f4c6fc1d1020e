package io.motorpool.adapters.messaging;

import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.fleet.VehicleStatus;
import java.util.UUID;

/** What is told about vehicles, virtual zones and business plans. */
final class FleetFacts {

    private FleetFacts() {}

    record VehicleAdded(UUID vehicle, UUID company) {}

    record VehicleAltered(UUID vehicle, UUID company, String status) {}

    record VehicleLeft(UUID vehicle, UUID company) {}

    record ZoneDefined(UUID zone, UUID company) {}

    record ZoneChanged(UUID zone, UUID company) {}

    record ZoneGivenUp(UUID zone, UUID company) {}

    record PlanWindowAgreed(UUID planWindow, UUID vehicle, UUID company) {}

    record PlanWindowChanged(UUID planWindow, UUID vehicle, UUID company) {}

    record PlanWindowEnded(UUID planWindow, UUID vehicle, UUID company) {}

    static Fact of(FleetEvent event) {
        UUID company = event.company().value();
        return switch (event) {
            case FleetEvent.VehicleAdded it ->
                new Fact("fleet.vehicle-added.v1", new VehicleAdded(it.vehicle().value(), company));
            case FleetEvent.VehicleAltered it ->
                new Fact(
                        "fleet.vehicle-altered.v1",
                        new VehicleAltered(it.vehicle().value(), company, word(it.status())));
            case FleetEvent.VehicleLeft it ->
                new Fact("fleet.vehicle-left.v1", new VehicleLeft(it.vehicle().value(), company));
            case FleetEvent.ZoneDefined it ->
                new Fact("fleet.zone-defined.v1", new ZoneDefined(it.zone().value(), company));
            case FleetEvent.ZoneChanged it ->
                new Fact("fleet.zone-changed.v1", new ZoneChanged(it.zone().value(), company));
            case FleetEvent.ZoneGivenUp it ->
                new Fact("fleet.zone-given-up.v1", new ZoneGivenUp(it.zone().value(), company));
            case FleetEvent.PlanWindowAgreed it ->
                new Fact(
                        "fleet.plan-window-agreed.v1",
                        new PlanWindowAgreed(it.window().value(), it.vehicle().value(), company));
            case FleetEvent.PlanWindowChanged it ->
                new Fact(
                        "fleet.plan-window-changed.v1",
                        new PlanWindowChanged(it.window().value(), it.vehicle().value(), company));
            case FleetEvent.PlanWindowEnded it ->
                new Fact(
                        "fleet.plan-window-ended.v1",
                        new PlanWindowEnded(it.window().value(), it.vehicle().value(), company));
        };
    }

    private static String word(VehicleStatus status) {
        return switch (status) {
            case ACTIVE -> "ACTIVE";
            case MAINTENANCE -> "MAINTENANCE";
            case RETIRED -> "RETIRED";
        };
    }
}
