package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.reservation.Bodies.AvailabilityBody;
import io.motorpool.adapters.rest.reservation.Bodies.NeighboursBody;
import io.motorpool.adapters.rest.reservation.Bodies.OccupancyBody;
import io.motorpool.adapters.rest.reservation.Bodies.OccupyBody;
import io.motorpool.adapters.rest.reservation.Bodies.ReasonBody;
import io.motorpool.adapters.rest.reservation.Bodies.ReleaseBody;
import io.motorpool.adapters.rest.reservation.Bodies.ReportBody;
import io.motorpool.application.reservation.AvailabilityQueries;
import io.motorpool.application.reservation.OccupyVehicle;
import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.application.reservation.SweepReservations;
import io.motorpool.application.reservation.SweepReservations.Report;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The time of vehicles: whether they are free, what holds them, and taking them out of use. */
@Path("/api/v1")
@Authenticated
@Tag(name = "Schedules")
class ScheduleResource {

    private final AvailabilityQueries availability;
    private final ReservationQueries reservations;
    private final OccupyVehicle occupyVehicle;
    private final SweepReservations sweeps;
    private final CallerSource callers;

    ScheduleResource(
            AvailabilityQueries availability,
            ReservationQueries reservations,
            OccupyVehicle occupyVehicle,
            SweepReservations sweeps,
            CallerSource callers) {
        this.availability = availability;
        this.reservations = reservations;
        this.occupyVehicle = occupyVehicle;
        this.sweeps = sweeps;
        this.callers = callers;
    }

    @GET
    @Path("/vehicles/{id}/availability")
    @Operation(operationId = "getAvailability", summary = "Whether the vehicle is free, and why not (P20)")
    public Uni<Response> ofVehicle(
            @PathParam("id") String id,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end) {
        return availability
                .of(callers.caller(), vehicle(id), period(start, end))
                .map(decision -> Answers.ok(decision, AvailabilityBody::of));
    }

    @GET
    @Path("/companies/{id}/availability")
    @Operation(operationId = "listAvailability", summary = "The same for all vehicles of a company (P20)")
    public Uni<Response> ofCompany(
            @PathParam("id") String id,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Input in = new Input();
        Field<Period> period = in.period(start, end);
        Field<Page.Request> page = in.page(limit, cursor);
        Period asked = in.build(period::get);
        return availability
                .of(callers.caller(), new CompanyId(Input.pathId(id)), asked, page.get())
                .map(decision -> Answers.ok(decision, found -> Answers.page(found.map(AvailabilityBody::of))));
    }

    @GET
    @Path("/vehicles/{id}/neighbours")
    @Operation(operationId = "getNeighboursOfPeriod", summary = "Who has the vehicle before and after a period (P10)")
    public Uni<Response> neighbours(
            @PathParam("id") String id,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end) {
        return reservations
                .neighbours(callers.caller(), vehicle(id), period(start, end))
                .map(decision -> Answers.ok(decision, NeighboursBody::of));
    }

    @GET
    @Path("/vehicles/{id}/occupancies")
    @Operation(operationId = "listOccupancies", summary = "What holds the vehicle within a period")
    public Uni<Response> occupancies(
            @PathParam("id") String id,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end) {
        return occupyVehicle
                .within(callers.caller(), vehicle(id), period(start, end))
                .map(decision -> Answers.ok(
                        decision,
                        found -> new Answers.PageBody<>(
                                found.stream().map(OccupancyBody::of).toList(), null)));
    }

    @POST
    @Path("/vehicles/{id}/occupancies")
    @Operation(operationId = "occupyVehicle", summary = "Take the vehicle out of use for a while")
    public Uni<Response> occupy(@PathParam("id") String id, @Nullable OccupyBody body) {
        OccupyBody said = Input.body(body);
        Caller caller = callers.caller();
        Input in = new Input();
        Field<Occupancy.ByDivision.Cause> cause = in.oneOf(Occupancy.ByDivision.Cause.class, "cause", said.cause());
        Field<Period> period = in.period(said.start(), said.end());
        Field<Boolean> relocate = in.given("relocate", said.relocate());
        Field<Reason> reason = ReasonBody.readRequired(in, said.reason());
        OccupyVehicle.Command command = in.build(() -> new OccupyVehicle.Command(
                caller, vehicle(id), cause.get(), period.get(), relocate.get(), reason.get()));
        return occupyVehicle
                .occupy(command)
                .map(decision -> Answers.of(
                        decision,
                        occupied -> Response.status(Response.Status.CREATED)
                                .entity(OccupancyBody.of(occupied))
                                .build()));
    }

    @POST
    @Path("/occupancies/{id}/release")
    @Operation(operationId = "releaseVehicle", summary = "Give the vehicle back")
    public Uni<Response> release(@PathParam("id") String id, @Nullable ReleaseBody body) {
        ReleaseBody said = Input.body(body);
        Input in = new Input();
        Field<Reason> reason = ReasonBody.readRequired(in, said.reason());
        Reason why = in.build(reason::get);
        return occupyVehicle
                .release(callers.caller(), new OccupancyId(Input.pathId(id)), why)
                .map(decision -> Answers.ok(decision, OccupancyBody::of));
    }

    @POST
    @Path("/sweeps/late-returns")
    @Operation(operationId = "sweepLateReturns", summary = "By hand what a timer does: look for vehicles that are late")
    public Uni<Response> lateReturns() {
        return sweeps.lateReturns(callers.caller()).map(decision -> Answers.ok(decision, ScheduleResource::report));
    }

    @POST
    @Path("/sweeps/no-shows")
    @Operation(operationId = "sweepNoShows", summary = "By hand what a timer does: look for drivers who did not come")
    public Uni<Response> noShows() {
        return sweeps.noShows(callers.caller()).map(decision -> Answers.ok(decision, ScheduleResource::report));
    }

    private static ReportBody report(Report report) {
        return new ReportBody(report.examined(), report.taken(), report.failed());
    }

    private static VehicleId vehicle(String raw) {
        return new VehicleId(Input.pathId(raw));
    }

    private static Period period(@Nullable String start, @Nullable String end) {
        Input in = new Input();
        Field<Period> period = in.period(start, end);
        return in.build(period::get);
    }
}
