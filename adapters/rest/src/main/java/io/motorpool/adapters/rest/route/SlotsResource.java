package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.route.LookAfterRoutes;
import io.motorpool.application.route.RouteQueries;
import io.motorpool.application.route.SlotView;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Timetable;
import io.motorpool.domain.shared.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Slots of routes and when they depart. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Routes")
class SlotsResource {

    private static final Representation<SlotView> SLOTS =
            new Representation<>("/api/v1/slots", SlotView::id, SlotView::version, SlotBody::of);

    private final LookAfterRoutes routes;
    private final RouteQueries queries;
    private final CallerSource callers;

    SlotsResource(LookAfterRoutes routes, RouteQueries queries, CallerSource callers) {
        this.routes = routes;
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "AddSlot")
    record AddBody(
            @Schema(required = true, minLength = 1, maxLength = Slot.LONGEST_NAME, examples = "1호차") @Nullable
            String name) {

        String read() {
            Input in = new Input();
            return in.build(in.text("name", name, Slot.LONGEST_NAME)::get);
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "SlotPage")
    record SlotPage(
            @Schema(required = true) List<SlotBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "Timetable", description = "From its day on, until a later one begins")
    record TimetableView(
            @Schema(required = true) LocalDate validFrom,
            @Schema(required = true) List<DeparturesBody> departures) {

        static TimetableView of(Timetable timetable) {
            return new TimetableView(timetable.validFrom(), DeparturesBody.of(timetable));
        }
    }

    @Schema(name = "Slot")
    record SlotBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID route,
            @Schema(required = true) UUID company,
            @Schema(required = true) String name,
            @Schema(required = true) List<TimetableView> timetables,
            @Schema(required = true) boolean retired) {

        static SlotBody of(SlotView view) {
            return new SlotBody(
                    view.id().value(),
                    view.route().value(),
                    view.company().value(),
                    view.name(),
                    view.timetables().stream().map(TimetableView::of).toList(),
                    view.retired());
        }
    }

    @POST
    @Path("/routes/{id}/slots")
    @Operation(operationId = "addSlot", summary = "Add one vehicle's worth of a route")
    @APIResponseSchema(value = SlotBody.class, responseCode = "201", responseDescription = "Added")
    @Refuses(conflicts = "route-closed")
    public Uni<Response> add(@PathParam("id") String id, @Nullable AddBody body) {
        RouteId route = new RouteId(Input.pathId(id));
        return SLOTS.created(
                routes.addSlot(callers.caller(), route, Input.body(body).read()));
    }

    @GET
    @Path("/routes/{id}/slots")
    @Operation(operationId = "listSlots", summary = "Slots of a route, retired ones among them")
    @APIResponseSchema(value = SlotPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Paging paging) {
        RouteId route = new RouteId(Input.pathId(id));
        return SLOTS.page(queries.slots(callers.caller(), route, paging.request()));
    }

    @GET
    @Path("/slots/{id}")
    @Operation(operationId = "getSlot", summary = "One slot with its timetables")
    @APIResponseSchema(value = SlotBody.class, responseCode = "200", responseDescription = "The slot")
    public Uni<Response> one(@PathParam("id") String id) {
        return SLOTS.one(queries.slot(callers.caller(), id(id)));
    }

    @POST
    @Path("/slots/{id}/timetables")
    @Operation(
            operationId = "scheduleSlot",
            summary = "Let a timetable hold from a day on",
            description =
                    "One that was to begin on the same day gives way to it. One without departures says that nothing is"
                            + " driven any more")
    @APIResponseSchema(value = SlotBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"slot-retired", "month-closed"})
    public Uni<Response> schedule(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ScheduleBody body) {
        Version version = Headers.ifMatch(seen);
        Timetable timetable = Input.body(body).read();
        return SLOTS.one(routes.schedule(callers.caller(), id(id), version, timetable));
    }

    @POST
    @Path("/slots/{id}/retirement")
    @Operation(operationId = "retireSlot", summary = "The slot is served no more")
    @APIResponseSchema(value = SlotBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"slot-retired", "slot-still-served"})
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return SLOTS.one(routes.retireSlot(callers.caller(), id(id), version));
    }

    private static SlotId id(String raw) {
        return new SlotId(Input.pathId(raw));
    }
}
