package io.motorpool.adapters.rest.fleet;

import static io.motorpool.application.fleet.AFleet.CLOCK;

import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.application.fleet.AFleet;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.application.fleet.FleetQueriesService;
import io.motorpool.application.fleet.LookAfterPlanWindowsService;
import io.motorpool.application.fleet.LookAfterVehiclesService;
import io.motorpool.application.fleet.LookAfterZonesService;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;

/** The resources on the real use cases and a fleet in memory, asked by an operator unless said otherwise. */
final class FleetResources {

    final AFleet fleet = new AFleet();
    final KnownCaller caller = new KnownCaller(Callers.anOperator());
    final ZonesResource zones;
    final VehiclesResource vehicles;
    final PlanWindowsResource windows;

    FleetResources() {
        var unitOfWork = new DirectUnitOfWork();
        var journal = fleet.traces.journal();
        FleetQueries queries =
                new FleetQueriesService(unitOfWork, fleet.companies, fleet.vehicles, fleet.zones, fleet.windows);
        zones = new ZonesResource(
                new LookAfterZonesService(
                        unitOfWork, fleet.companies, fleet.zones, fleet.use, journal, CLOCK, Ids::next),
                queries,
                caller);
        vehicles = new VehiclesResource(
                new LookAfterVehiclesService(
                        unitOfWork,
                        fleet.companies,
                        fleet.zones,
                        fleet.vehicles,
                        fleet.use,
                        fleet.schedules,
                        journal,
                        CLOCK,
                        Ids::next),
                queries,
                caller);
        windows = new PlanWindowsResource(
                new LookAfterPlanWindowsService(
                        unitOfWork, fleet.vehicles, fleet.windows, fleet.schedules, journal, CLOCK, Ids::next),
                queries,
                caller);
    }
}
