package io.motorpool.bootstrap;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.application.fleet.FleetQueriesService;
import io.motorpool.application.fleet.FleetUse;
import io.motorpool.application.fleet.LookAfterPlanWindows;
import io.motorpool.application.fleet.LookAfterPlanWindowsService;
import io.motorpool.application.fleet.LookAfterVehicles;
import io.motorpool.application.fleet.LookAfterVehiclesService;
import io.motorpool.application.fleet.LookAfterZones;
import io.motorpool.application.fleet.LookAfterZonesService;
import io.motorpool.application.fleet.PlanWindows;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the fleet context. */
@ApplicationScoped
class FleetUseCases {

    @Produces
    @Singleton
    LookAfterZones zones(
            UnitOfWork unitOfWork,
            Companies companies,
            Zones zones,
            FleetUse use,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new LookAfterZonesService(unitOfWork, companies, zones, use, journal, clock, nextId);
    }

    @Produces
    @Singleton
    LookAfterVehicles vehicles(
            UnitOfWork unitOfWork,
            Companies companies,
            Zones zones,
            Vehicles vehicles,
            FleetUse use,
            Schedules schedules,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new LookAfterVehiclesService(
                unitOfWork, companies, zones, vehicles, use, schedules, journal, clock, nextId);
    }

    @Produces
    @Singleton
    LookAfterPlanWindows planWindows(
            UnitOfWork unitOfWork,
            Vehicles vehicles,
            PlanWindows windows,
            Schedules schedules,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new LookAfterPlanWindowsService(unitOfWork, vehicles, windows, schedules, journal, clock, nextId);
    }

    @Produces
    @Singleton
    FleetQueries queries(
            UnitOfWork unitOfWork, Companies companies, Vehicles vehicles, Zones zones, PlanWindows windows) {
        return new FleetQueriesService(unitOfWork, companies, vehicles, zones, windows);
    }
}
