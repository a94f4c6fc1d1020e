package io.motorpool.adapters.rest.fleet;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.application.fleet.LookAfterPlanWindows;
import io.motorpool.application.fleet.LookAfterPlanWindows.Change;
import io.motorpool.application.fleet.PlanWindowView;
import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Business-plan windows. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Fleet")
class PlanWindowsResource {

    private static final String TIME = "^([01]\\d|2[0-3]):[0-5]\\d$";

    private static final Representation<PlanWindowView> WINDOWS = new Representation<>(
            "/api/v1/plan-windows", PlanWindowView::id, PlanWindowView::version, PlanWindowBody::of);

    private final LookAfterPlanWindows windows;
    private final FleetQueries queries;
    private final CallerSource callers;

    PlanWindowsResource(LookAfterPlanWindows windows, FleetQueries queries, CallerSource callers) {
        this.windows = windows;
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "PlanWindowOutline")
    record OutlineBody(
            @Schema(required = true, format = "date", examples = "2026-12-01") @Nullable
            String from,

            @Schema(required = true, format = "date", examples = "2027-11-30") @Nullable
            String until,

            @Schema(
                    required = true,
                    minItems = 1,
                    maxItems = 7,
                    uniqueItems = true,
                    examples = "[\"MONDAY\", \"TUESDAY\", \"WEDNESDAY\", \"THURSDAY\", \"FRIDAY\"]")
            @Nullable
            List<@Nullable String> days,

            @Schema(required = true, pattern = TIME, examples = "09:00") @Nullable
            String startTime,

            @Schema(required = true, pattern = TIME, examples = "18:00") @Nullable
            String endTime) {

        Field<ContractTerm> term(Input in) {
            Field<LocalDate> first = in.date("from", from);
            Field<LocalDate> last = in.date("until", until);
            return in.made("until", () -> new ContractTerm(first.get(), last.get()));
        }

        Field<WeeklyHours> hours(Input in) {
            Field<Set<DayOfWeek>> on = daysOf(in);
            Field<LocalTime> begin = in.time("startTime", startTime);
            Field<LocalTime> end = in.time("endTime", endTime);
            return in.made("days", () -> new WeeklyHours(on.get(), begin.get(), end.get()));
        }

        private Field<Set<DayOfWeek>> daysOf(Input in) {
            Field<List<@Nullable String>> there = in.given("days", days);
            if (there.orNull() == null) {
                return in.absent();
            }
            List<DayOfWeek> read = new ArrayList<>();
            for (int i = 0; i < Math.min(there.get().size(), 8); i++) {
                in.oneOf(DayOfWeek.class, "days[" + i + "]", there.get().get(i))
                        .optional()
                        .ifPresent(read::add);
            }
            return in.made("days", () -> eachOnce(read));
        }

        private static Set<DayOfWeek> eachOnce(List<DayOfWeek> days) {
            Set<DayOfWeek> once = EnumSet.noneOf(DayOfWeek.class);
            if (!days.stream().allMatch(once::add)) {
                throw new IllegalArgumentException("must name each weekday once");
            }
            return once;
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "PlanWindowPage")
    record PlanWindowPage(
            @Schema(required = true) List<PlanWindowBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "PlanWindow")
    record PlanWindowBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID company,
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) LocalDate from,
            @Schema(required = true) LocalDate until,
            @Schema(required = true) List<DayOfWeek> days,

            @Schema(required = true, pattern = TIME, examples = "09:00")
            String startTime,

            @Schema(required = true, pattern = TIME, examples = "18:00")
            String endTime,

            @Schema(required = true) boolean retired) {

        static PlanWindowBody of(PlanWindowView view) {
            return new PlanWindowBody(
                    view.id().value(),
                    view.company().value(),
                    view.vehicle().value(),
                    view.term().from(),
                    view.term().until(),
                    view.hours().days().stream().sorted().toList(),
                    view.hours().from().toString(),
                    view.hours().until().toString(),
                    view.retired());
        }
    }

    @POST
    @Path("/vehicles/{id}/plan-windows")
    @Operation(operationId = "agreePlanWindow", summary = "Agree on exclusive use")
    @APIResponseSchema(value = PlanWindowBody.class, responseCode = "201", responseDescription = "Agreed")
    @Refuses(conflicts = {"vehicle-retired", "plan-window-overlaps"})
    public Uni<Response> create(@PathParam("id") String id, @Nullable OutlineBody body) {
        OutlineBody said = Input.body(body);
        Input in = new Input();
        Field<ContractTerm> term = said.term(in);
        Field<WeeklyHours> hours = said.hours(in);
        ContractTerm agreed = in.build(term::get);
        return WINDOWS.created(windows.agree(callers.caller(), new VehicleId(Input.pathId(id)), agreed, hours.get()));
    }

    @GET
    @Path("/vehicles/{id}/plan-windows")
    @Operation(operationId = "listPlanWindows", summary = "Windows of a vehicle")
    @APIResponseSchema(value = PlanWindowPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Paging paging) {
        VehicleId vehicle = new VehicleId(Input.pathId(id));
        return WINDOWS.page(queries.planWindows(callers.caller(), vehicle, paging.request()));
    }

    @GET
    @Path("/plan-windows/{id}")
    @Operation(operationId = "getPlanWindow", summary = "One window")
    @APIResponseSchema(value = PlanWindowBody.class, responseCode = "200", responseDescription = "The window")
    public Uni<Response> one(@PathParam("id") String id) {
        return WINDOWS.one(queries.planWindow(callers.caller(), id(id)));
    }

    @PUT
    @Path("/plan-windows/{id}")
    @Operation(operationId = "changePlanWindow", summary = "Change term or hours")
    @APIResponseSchema(value = PlanWindowBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"plan-window-retired", "plan-window-overlaps"})
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable OutlineBody body) {
        Version version = Headers.ifMatch(seen);
        OutlineBody said = Input.body(body);
        Input in = new Input();
        Field<ContractTerm> term = said.term(in);
        Field<WeeklyHours> hours = said.hours(in);
        Change change = in.build(() -> new Change(callers.caller(), id(id), version, term.get(), hours.get()));
        return WINDOWS.one(windows.change(change));
    }

    @POST
    @Path("/plan-windows/{id}/retirement")
    @Operation(operationId = "retirePlanWindow", summary = "End a window")
    @APIResponseSchema(value = PlanWindowBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "plan-window-retired")
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return WINDOWS.one(windows.retire(callers.caller(), id(id), version));
    }

    private static PlanWindowId id(String raw) {
        return new PlanWindowId(Input.pathId(raw));
    }
}
