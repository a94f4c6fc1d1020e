package io.motorpool.adapters.rest.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.application.route.ARoad;
import io.motorpool.application.settlement.ExchangeRunsService;
import io.motorpool.application.settlement.InMemoryRunWorkbooks;
import io.motorpool.application.settlement.InMemoryVehicleRegister;
import io.motorpool.application.settlement.RegisterVehicles;
import io.motorpool.application.settlement.RegisterVehiclesService;
import io.motorpool.application.shared.AnswerOnceService;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.InMemoryIdempotencyKeys;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.shared.CompanyId;
import jakarta.ws.rs.core.Response;

/** The resources on the real use cases and a road in memory, on the fifth of December, asked by an operator. */
final class RoadResources {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    final ARoad road = new ARoad();
    final KnownCaller caller = new KnownCaller(Callers.anOperator());
    final InMemoryVehicleRegister register = new InMemoryVehicleRegister(road.clock);
    final CompanyId company = road.givenCompany();
    final Slot slot = road.givenSlot(road.givenRoute(company));
    final Vehicle vehicle = road.givenVehicle(company);
    final RoutesResource routes;
    final SlotsResource slots;
    final DispatchResource dispatch;
    final RunsResource runs;
    final PricesResource prices;
    final RegistrationsResource registrations;
    final RouteChoresResource chores;
    final InMemoryRunWorkbooks workbooks = new InMemoryRunWorkbooks();
    final RunSheetsResource sheets;

    RoadResources() {
        OnceOnly onceOnly =
                new OnceOnly(new AnswerOnceService(road.unitOfWork, new InMemoryIdempotencyKeys(), road.clock), JSON);
        RegisterVehicles registering = new RegisterVehiclesService(
                road.unitOfWork, road.calls, road.sheets, road.vehicles, register, road.traces.journal(), road.clock);
        routes = new RoutesResource(road.lookAfterRoutes(), road.routeQueries(), caller, onceOnly);
        slots = new SlotsResource(road.lookAfterRoutes(), road.routeQueries(), caller);
        dispatch = new DispatchResource(road.dispatchVehicles(), road.routeQueries(), caller, onceOnly);
        runs = new RunsResource(road.routeQueries(), road.reportRuns(), caller);
        prices = new PricesResource(road.routeQueries(), caller);
        registrations = new RegistrationsResource(registering, caller);
        sheets = new RunSheetsResource(
                new ExchangeRunsService(
                        road.unitOfWork,
                        road.companies,
                        road.routes,
                        road.slots,
                        road.runs,
                        road.books,
                        workbooks,
                        road.reportRuns(),
                        road.clock),
                caller);
        chores = new RouteChoresResource(road.planRuns(), road.capturePrices(), registering, caller);
    }

    /** A body that was kept under a key. */
    static <T> T read(Response response, Class<T> type) {
        try {
            return JSON.readValue((String) response.getEntity(), type);
        } catch (JsonProcessingException failed) {
            throw new AssertionError("%d %s".formatted(response.getStatus(), response.getEntity()), failed);
        }
    }

    void strangerAsks() {
        caller.becomes(Callers.anAdminOf(road.givenCompany()));
    }
}
