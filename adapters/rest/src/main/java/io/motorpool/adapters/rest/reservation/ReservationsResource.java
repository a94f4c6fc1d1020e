package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.reservation.Bodies.NeighboursBody;
import io.motorpool.adapters.rest.reservation.Bodies.NoteView;
import io.motorpool.adapters.rest.reservation.Bodies.ReasonBody;
import io.motorpool.adapters.rest.reservation.Bodies.ReservationBody;
import io.motorpool.adapters.rest.reservation.Bodies.ReserveBody;
import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.reservation.ReserveVehicle;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reservations: made, found and looked at. What becomes of them is {@link ReservationStepsResource}. */
@Path("/api/v1")
@Authenticated
@Tag(name = "Reservations")
class ReservationsResource {

    private final ReserveVehicle reserveVehicle;
    private final ReservationQueries queries;
    private final CallerSource callers;
    private final OnceOnly onceOnly;

    ReservationsResource(
            ReserveVehicle reserveVehicle, ReservationQueries queries, CallerSource callers, OnceOnly onceOnly) {
        this.reserveVehicle = reserveVehicle;
        this.queries = queries;
        this.callers = callers;
        this.onceOnly = onceOnly;
    }

    @POST
    @Path("/reservations")
    @Operation(operationId = "reserveVehicle", summary = "Reserve a vehicle")
    public Uni<Response> reserve(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable ReserveBody body) {
        Caller caller = callers.caller();
        String idempotencyKey = Input.idempotencyKey(key);
        ReserveBody said = Input.body(body);
        ReserveVehicle.Command command = command(caller, said);
        return onceOnly.answer(
                caller,
                "POST /api/v1/reservations",
                idempotencyKey,
                said,
                () -> reserveVehicle
                        .reserve(command)
                        .map(decision -> Answers.created(
                                decision,
                                view -> "/api/v1/reservations/" + view.id(),
                                ReservationView::version,
                                ReservationBody::of)));
    }

    private static ReserveVehicle.Command command(Caller caller, ReserveBody body) {
        Input in = new Input();
        Field<UUID> vehicle = in.id("vehicle", body.vehicle());
        Field<UUID> driver = in.optional("driver", body.driver(), Input::uuid);
        Field<Period> period = in.period(body.start(), body.end());
        Field<Boolean> corporate = in.given("corporate", body.corporate());
        Field<Reason> reason = ReasonBody.read(in, body.reason());
        return in.build(() -> new ReserveVehicle.Command(
                caller,
                new VehicleId(vehicle.get()),
                driver.map(UserId::new).optional().orElse(caller.user()),
                period.get(),
                corporate.get(),
                reason.orNull()));
    }

    @GET
    @Path("/reservations")
    @Operation(operationId = "searchReservations", summary = "Search reservations, in order of their start")
    public Uni<Response> search(
            @QueryParam("company") @Nullable String company,
            @QueryParam("vehicle") @Nullable String vehicle,
            @QueryParam("driver") @Nullable String driver,
            @QueryParam("status") @Nullable String status,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Input in = new Input();
        Field<CompanyId> ofCompany = in.optional("company", company, raw -> new CompanyId(Input.uuid(raw)));
        Field<VehicleId> ofVehicle = in.optional("vehicle", vehicle, raw -> new VehicleId(Input.uuid(raw)));
        Field<UserId> ofDriver = in.optional("driver", driver, raw -> new UserId(Input.uuid(raw)));
        Field<ReservationStatus> inStatus = in.oneOfIfGiven(ReservationStatus.class, "status", status);
        Field<Instant> after = in.optional("from", from, Input::instantOf);
        Field<Instant> before = in.optional("until", until, Input::instantOf);
        Field<Page.Request> page = in.page(limit, cursor);
        Filter filter = in.build(() ->
                new Filter(ofVehicle.orNull(), ofDriver.orNull(), inStatus.orNull(), after.orNull(), before.orNull()));
        return queries.search(callers.caller(), ofCompany.optional(), filter, page.get())
                .map(decision -> Answers.ok(decision, found -> Answers.page(found.map(ReservationBody::of))));
    }

    @GET
    @Path("/reservations/{id}")
    @Operation(operationId = "getReservation", summary = "One reservation")
    public Uni<Response> one(@PathParam("id") String id) {
        return queries.one(callers.caller(), id(id))
                .map(decision -> Answers.ok(decision, ReservationView::version, ReservationBody::of));
    }

    @GET
    @Path("/reservations/{id}/neighbours")
    @Operation(operationId = "getNeighbours", summary = "Who had the vehicle before, and who has it next (P10)")
    public Uni<Response> neighbours(@PathParam("id") String id) {
        return queries.neighbours(callers.caller(), id(id)).map(decision -> Answers.ok(decision, NeighboursBody::of));
    }

    @GET
    @Path("/reservations/{id}/notes")
    @Operation(operationId = "listNotes", summary = "What support wrote down, the newest first")
    public Uni<Response> notes(@PathParam("id") String id) {
        return queries.notes(callers.caller(), id(id))
                .map(decision -> Answers.ok(
                        decision,
                        notes -> new Answers.PageBody<>(
                                List.copyOf(notes.stream().map(NoteView::of).toList()), null)));
    }

    static ReservationId id(String raw) {
        return new ReservationId(Input.pathId(raw));
    }
}
