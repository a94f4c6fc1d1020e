package io.motorpool.bootstrap;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.route.*;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the route context. */
@ApplicationScoped
class RouteUseCases {

    @Produces
    @Singleton
    LookAfterRoutes lookAfterRoutes(
            UnitOfWork unitOfWork,
            Companies companies,
            Routes routes,
            Slots slots,
            DispatchSheets sheets,
            Books books,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new LookAfterRoutesService(unitOfWork, companies, routes, slots, sheets, books, journal, clock, nextId);
    }

    @Produces
    @Singleton
    PlanRuns planRuns(
            UnitOfWork unitOfWork,
            Companies companies,
            Slots slots,
            Runs runs,
            Books books,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new PlanRunsService(unitOfWork, companies, slots, runs, books, journal, clock, nextId);
    }

    @Produces
    @Singleton
    ReportRuns reportRuns(
            UnitOfWork unitOfWork,
            Runs runs,
            Slots slots,
            DispatchSheets sheets,
            Charges charges,
            Books books,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new ReportRunsService(unitOfWork, runs, slots, sheets, charges, books, journal, clock, nextId);
    }

    @Produces
    @Singleton
    DispatchVehicles dispatchVehicles(
            UnitOfWork unitOfWork,
            Slots slots,
            Vehicles vehicles,
            Schedules schedules,
            DispatchSheets sheets,
            Numbers numbers,
            Charges charges,
            VehicleCalls calls,
            Books books,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new DispatchVehiclesService(
                unitOfWork, slots, vehicles, schedules, sheets, numbers, charges, calls, books, journal, clock, nextId);
    }

    @Produces
    @Singleton
    CapturePrices capturePrices(
            UnitOfWork unitOfWork, Companies companies, Charges charges, Journal journal, Clock clock) {
        return new CapturePricesService(unitOfWork, companies, charges, journal, clock);
    }

    @Produces
    @Singleton
    RouteQueries routeQueries(
            UnitOfWork unitOfWork,
            Companies companies,
            Routes routes,
            Slots slots,
            Runs runs,
            DispatchSheets sheets,
            Charges charges) {
        return new RouteQueriesService(unitOfWork, companies, routes, slots, runs, sheets, charges);
    }
}
