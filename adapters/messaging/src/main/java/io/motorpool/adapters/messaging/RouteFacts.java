package io.motorpool.adapters.messaging;

import io.motorpool.domain.route.RouteEvent;
import java.util.UUID;

/** What is told about routes, who serves them, and what was driven. */
final class RouteFacts {

    private RouteFacts() {}

    record RouteOpened(UUID route, UUID company) {}

    record RouteChanged(UUID route, UUID company) {}

    record RouteEnded(UUID route, UUID company) {}

    record RateAgreed(UUID route, UUID company, int version, String validFrom) {}

    record SlotAdded(UUID slot, UUID company, UUID route) {}

    record SlotRescheduled(UUID slot, UUID company, String validFrom) {}

    record SlotEnded(UUID slot, UUID company) {}

    record VehicleDispatched(UUID slot, UUID company, UUID contract, UUID vehicle, String from) {}

    record VehicleSubstituted(UUID slot, UUID company, UUID replaced, UUID contract, UUID vehicle, String from) {}

    record VehicleContractCutShort(UUID slot, UUID company, UUID contract, UUID vehicle, String until) {}

    record RunPlanned(UUID run, UUID company, UUID slot, String departure) {}

    record RunStarted(UUID run, UUID company, UUID slot) {}

    record RunCompleted(UUID run, UUID company, UUID slot) {}

    record RunCancelled(UUID run, UUID company, UUID slot) {}

    record PricesCaptured(UUID company, String month, long runs) {}

    record ChargesCorrected(UUID slot, UUID company, long charges) {}

    static Fact of(RouteEvent event) {
        UUID company = event.company().value();
        return switch (event) {
            case RouteEvent.RouteOpened it ->
                new Fact("route.route-opened.v1", new RouteOpened(it.route().value(), company));
            case RouteEvent.RouteChanged it ->
                new Fact("route.route-changed.v1", new RouteChanged(it.route().value(), company));
            case RouteEvent.RouteEnded it ->
                new Fact("route.route-ended.v1", new RouteEnded(it.route().value(), company));
            case RouteEvent.RateAgreed it ->
                new Fact(
                        "route.rate-agreed.v1",
                        new RateAgreed(
                                it.route().value(),
                                company,
                                it.version(),
                                it.validFrom().toString()));
            case RouteEvent.SlotAdded it ->
                new Fact(
                        "route.slot-added.v1",
                        new SlotAdded(it.slot().value(), company, it.route().value()));
            case RouteEvent.SlotRescheduled it ->
                new Fact(
                        "route.slot-rescheduled.v1",
                        new SlotRescheduled(
                                it.slot().value(), company, it.validFrom().toString()));
            case RouteEvent.SlotEnded it ->
                new Fact("route.slot-ended.v1", new SlotEnded(it.slot().value(), company));
            case RouteEvent.VehicleDispatched it ->
                new Fact(
                        "route.vehicle-dispatched.v1",
                        new VehicleDispatched(
                                it.slot().value(),
                                company,
                                it.contract().value(),
                                it.vehicle().value(),
                                Timestamp.of(it.from())));
            case RouteEvent.VehicleSubstituted it ->
                new Fact(
                        "route.vehicle-substituted.v1",
                        new VehicleSubstituted(
                                it.slot().value(),
                                company,
                                it.replaced().value(),
                                it.contract().value(),
                                it.vehicle().value(),
                                Timestamp.of(it.from())));
            case RouteEvent.VehicleContractCutShort it ->
                new Fact(
                        "route.vehicle-contract-cut-short.v1",
                        new VehicleContractCutShort(
                                it.slot().value(),
                                company,
                                it.contract().value(),
                                it.vehicle().value(),
                                Timestamp.of(it.until())));
            case RouteEvent.RunPlanned it ->
                new Fact(
                        "route.run-planned.v1",
                        new RunPlanned(it.run().value(), company, it.slot().value(), Timestamp.of(it.departure())));
            case RouteEvent.RunStarted it ->
                new Fact(
                        "route.run-started.v1",
                        new RunStarted(it.run().value(), company, it.slot().value()));
            case RouteEvent.RunCompleted it ->
                new Fact(
                        "route.run-completed.v1",
                        new RunCompleted(it.run().value(), company, it.slot().value()));
            case RouteEvent.RunCancelled it ->
                new Fact(
                        "route.run-cancelled.v1",
                        new RunCancelled(it.run().value(), company, it.slot().value()));
            case RouteEvent.PricesCaptured it ->
                new Fact(
                        "route.prices-captured.v1",
                        new PricesCaptured(company, it.month().toString(), it.runs()));
            case RouteEvent.ChargesCorrected it ->
                new Fact(
                        "route.charges-corrected.v1",
                        new ChargesCorrected(it.slot().value(), company, it.charges()));
        };
    }
}
