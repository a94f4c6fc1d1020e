package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.route.LookAfterRoutes;
import io.motorpool.application.route.RouteQueries;
import io.motorpool.application.route.RouteView;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Routes and what they cost. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Routes")
class RoutesResource {

    private static final Representation<RouteView> ROUTES =
            new Representation<>("/api/v1/routes", RouteView::id, RouteView::version, RouteBody::of);

    private final LookAfterRoutes routes;
    private final RouteQueries queries;
    private final CallerSource callers;
    private final OnceOnly onceOnly;

    RoutesResource(LookAfterRoutes routes, RouteQueries queries, CallerSource callers, OnceOnly onceOnly) {
        this.routes = routes;
        this.queries = queries;
        this.callers = callers;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "NameRoute")
    record NameBody(
            @Schema(required = true, minLength = 1, maxLength = Route.LONGEST_NAME, examples = "판교-강남 출근") @Nullable
            String name) {

        String read() {
            Input in = new Input();
            return in.build(in.text("name", name, Route.LONGEST_NAME)::get);
        }
    }

    @Schema(name = "AgreeRate")
    record RateTermsBody(
            @Schema(required = true, format = "date", examples = "2026-12-01") @Nullable
            String validFrom,

            @Schema(
                    required = true,
                    minimum = "1",
                    description = "What one run costs, in whole won and without tax",
                    examples = "45000")
            @Nullable
            Integer won) {

        Field<LocalDate> from(Input in) {
            return in.date("validFrom", validFrom);
        }

        /** As a rate would have it: nothing is no price. */
        Field<Money> price(Input in) {
            return in.given("won", won, sum -> new Rate(1, LocalDate.EPOCH, Money.won(sum)).price());
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "RoutePage")
    record RoutePage(
            @Schema(required = true) List<RouteBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "Route")
    record RouteBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID company,
            @Schema(required = true) String name,

            @Schema(required = true, description = "Kept to be settled and read; nothing can be added to it")
            boolean closed) {

        static RouteBody of(RouteView view) {
            return new RouteBody(view.id().value(), view.company().value(), view.name(), view.closed());
        }
    }

    @Schema(
            name = "Rate",
            description = "From its day on, until a later one begins. Of several for a day the last agreed holds")
    record RateBody(
            @Schema(required = true, minimum = "1", description = "Counts the rates of the route")
            int version,

            @Schema(required = true) LocalDate validFrom,

            @Schema(required = true, minimum = "1", description = "What one run costs, in whole won and without tax")
            long won) {

        static RateBody of(Rate rate) {
            return new RateBody(rate.version(), rate.validFrom(), rate.price().won());
        }
    }

    /** Only the document reads this. */
    @Schema(name = "Rates")
    record RatesBody(@Schema(required = true) List<RateBody> items) {}

    @POST
    @Path("/companies/{id}/routes")
    @Operation(operationId = "openRoute", summary = "Open a route for a company")
    @APIResponseSchema(value = RouteBody.class, responseCode = "201", responseDescription = "Opened")
    @Refuses(conflicts = "company-retired")
    public Uni<Response> open(@PathParam("id") String id, @Nullable NameBody body) {
        CompanyId company = new CompanyId(Input.pathId(id));
        return ROUTES.created(
                routes.open(callers.caller(), company, Input.body(body).read()));
    }

    @GET
    @Path("/companies/{id}/routes")
    @Operation(operationId = "listRoutes", summary = "Routes of a company, closed ones among them")
    @APIResponseSchema(value = RoutePage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Paging paging) {
        CompanyId company = new CompanyId(Input.pathId(id));
        return ROUTES.page(queries.routes(callers.caller(), company, paging.request()));
    }

    @GET
    @Path("/routes/{id}")
    @Operation(operationId = "getRoute", summary = "One route")
    @APIResponseSchema(value = RouteBody.class, responseCode = "200", responseDescription = "The route")
    public Uni<Response> one(@PathParam("id") String id) {
        return ROUTES.one(queries.route(callers.caller(), id(id)));
    }

    @PUT
    @Path("/routes/{id}")
    @Operation(operationId = "renameRoute", summary = "Give a route another name")
    @APIResponseSchema(value = RouteBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "route-closed")
    public Uni<Response> rename(
            @PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen, @Nullable NameBody body) {
        Version version = Headers.ifMatch(seen);
        String name = Input.body(body).read();
        return ROUTES.one(routes.rename(callers.caller(), id(id), version, name));
    }

    @POST
    @Path("/routes/{id}/closure")
    @Operation(operationId = "closeRoute", summary = "Nothing is driven on the route any more")
    @APIResponseSchema(value = RouteBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"route-closed", "route-still-served"})
    public Uni<Response> close(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return ROUTES.one(routes.close(callers.caller(), id(id), version));
    }

    @POST
    @Path("/routes/{id}/rates")
    @Operation(
            operationId = "agreeRate",
            summary = "Agree what a run costs from a day on",
            description = "Prices that are captured stay as they are; the drift report says what would differ")
    @APIResponseSchema(
            value = RateBody.class,
            responseCode = "201",
            responseDescription = "Agreed; or what holds from that day anyway")
    @Refuses(
            conflicts = {"route-closed", "request-in-flight"},
            rules = "idempotency-key-reused")
    public Uni<Response> agree(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable RateTermsBody body) {
        Caller caller = callers.caller();
        RouteId route = id(id);
        String idempotencyKey = Headers.idempotencyKey(key);
        RateTermsBody said = Input.body(body);
        Input in = new Input();
        Field<LocalDate> from = said.from(in);
        Field<Money> price = said.price(in);
        LocalDate day = in.build(() -> {
            var _ = price.get();
            return from.get();
        });
        return onceOnly.answer(
                caller,
                "POST /api/v1/routes/" + route + "/rates",
                idempotencyKey,
                said,
                () -> Answers.added(routes.agreeRate(caller, route, day, price.get()), RateBody::of));
    }

    @GET
    @Path("/routes/{id}/rates")
    @Operation(operationId = "listRates", summary = "Every rate that was ever agreed for a route")
    @APIResponseSchema(
            value = RatesBody.class,
            responseCode = "200",
            responseDescription = "Whole, in the order in which they were agreed")
    public Uni<Response> rates(@PathParam("id") String id) {
        return Answers.all(queries.rates(callers.caller(), id(id)), RateBody::of);
    }

    private static RouteId id(String raw) {
        return new RouteId(Input.pathId(raw));
    }
}
