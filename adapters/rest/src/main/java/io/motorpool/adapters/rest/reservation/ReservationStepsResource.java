package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.reservation.Bodies.ForcedReturnBody;
import io.motorpool.adapters.rest.reservation.Bodies.NoteBody;
import io.motorpool.adapters.rest.reservation.Bodies.NoteView;
import io.motorpool.adapters.rest.reservation.Bodies.PeriodBody;
import io.motorpool.adapters.rest.reservation.Bodies.ReadingBody;
import io.motorpool.adapters.rest.reservation.Bodies.ReasonBody;
import io.motorpool.adapters.rest.reservation.Bodies.ReservationBody;
import io.motorpool.adapters.rest.reservation.Bodies.StepBody;
import io.motorpool.adapters.rest.reservation.Bodies.SwapBody;
import io.motorpool.adapters.rest.reservation.Bodies.VehicleBody;
import io.motorpool.application.reservation.AnnotateReservation;
import io.motorpool.application.reservation.CancelReservation;
import io.motorpool.application.reservation.ChangeVehicle;
import io.motorpool.application.reservation.ForceReturn;
import io.motorpool.application.reservation.MarkNoShow;
import io.motorpool.application.reservation.RecordLateReturn;
import io.motorpool.application.reservation.RescheduleReservation;
import io.motorpool.application.reservation.ReservationChange;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.reservation.ReturnVehicle;
import io.motorpool.application.reservation.StartReservation;
import io.motorpool.application.reservation.SwapVehicles;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The steps of a reservation's life, one operation each. All of them name the version that the caller saw. */
@Path("/api/v1")
@Authenticated
@Tag(name = "Reservations")
class ReservationStepsResource {

    private final RescheduleReservation reschedule;
    private final ChangeVehicle changeVehicle;
    private final SwapVehicles swapVehicles;
    private final CancelReservation cancel;
    private final StartReservation start;
    private final ReturnVehicle bringBack;
    private final ForceReturn forceReturn;
    private final MarkNoShow markNoShow;
    private final RecordLateReturn recordLateReturn;
    private final AnnotateReservation annotate;
    private final CallerSource callers;

    ReservationStepsResource(
            RescheduleReservation reschedule,
            ChangeVehicle changeVehicle,
            SwapVehicles swapVehicles,
            CancelReservation cancel,
            StartReservation start,
            ReturnVehicle bringBack,
            ForceReturn forceReturn,
            MarkNoShow markNoShow,
            RecordLateReturn recordLateReturn,
            AnnotateReservation annotate,
            CallerSource callers) {
        this.reschedule = reschedule;
        this.changeVehicle = changeVehicle;
        this.swapVehicles = swapVehicles;
        this.cancel = cancel;
        this.start = start;
        this.bringBack = bringBack;
        this.forceReturn = forceReturn;
        this.markNoShow = markNoShow;
        this.recordLateReturn = recordLateReturn;
        this.annotate = annotate;
        this.callers = callers;
    }

    @PUT
    @Path("/reservations/{id}/period")
    @Operation(operationId = "rescheduleReservation", summary = "Move, extend or shorten")
    public Uni<Response> reschedule(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable PeriodBody body) {
        Version version = Input.ifMatch(seen);
        PeriodBody said = Input.body(body);
        Input in = new Input();
        Field<Period> period = in.period(said.start(), said.end());
        Field<Reason> reason = ReasonBody.read(in, said.reason());
        ReservationChange change = in.build(() -> change(id, version, reason.orNull()));
        return answer(reschedule.reschedule(change, period.get()));
    }

    @PUT
    @Path("/reservations/{id}/vehicle")
    @Operation(operationId = "changeVehicle", summary = "Put the reservation on another vehicle")
    public Uni<Response> changeVehicle(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable VehicleBody body) {
        Version version = Input.ifMatch(seen);
        VehicleBody said = Input.body(body);
        Input in = new Input();
        Field<UUID> vehicle = in.id("vehicle", said.vehicle());
        Field<Reason> reason = ReasonBody.read(in, said.reason());
        ReservationChange change = in.build(() -> change(id, version, reason.orNull()));
        return answer(changeVehicle.change(change, new VehicleId(vehicle.get())));
    }

    @POST
    @Path("/reservations/{id}/vehicle-swap")
    @Operation(operationId = "swapVehicles", summary = "Exchange the vehicles of two reservations")
    public Uni<Response> swap(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable SwapBody body) {
        Version version = Input.ifMatch(seen);
        SwapBody said = Input.body(body);
        Input in = new Input();
        Field<UUID> with = in.id("with", said.with());
        Field<Reason> reason = ReasonBody.readRequired(in, said.reason());
        ReservationChange change = in.build(() -> change(id, version, reason.orNull()));
        return answer(swapVehicles.swap(change, new ReservationId(with.get())));
    }

    @POST
    @Path("/reservations/{id}/cancellation")
    @Operation(operationId = "cancelReservation", summary = "Call it off")
    public Uni<Response> cancel(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable StepBody body) {
        return answer(cancel.cancel(stepByAnyone(id, seen, body)));
    }

    @POST
    @Path("/reservations/{id}/start")
    @Operation(operationId = "startReservation", summary = "Take the vehicle")
    public Uni<Response> start(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable ReadingBody body) {
        Version version = Input.ifMatch(seen);
        ReadingBody said = Input.body(body);
        Input in = new Input();
        Field<Odometer> reading = in.given("odometerKm", said.odometerKm(), Odometer::new);
        Field<Reason> reason = ReasonBody.read(in, said.reason());
        ReservationChange change = in.build(() -> change(id, version, reason.orNull()));
        return answer(start.start(change, reading.get()));
    }

    @POST
    @Path("/reservations/{id}/return")
    @Operation(operationId = "returnVehicle", summary = "Bring the vehicle back")
    public Uni<Response> bringBack(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable ReadingBody body) {
        Version version = Input.ifMatch(seen);
        ReadingBody said = Input.body(body);
        Input in = new Input();
        Field<Odometer> reading = in.given("odometerKm", said.odometerKm(), Odometer::new);
        Field<Reason> reason = ReasonBody.read(in, said.reason());
        ReservationChange change = in.build(() -> change(id, version, reason.orNull()));
        return answer(bringBack.bringBack(change, reading.get()));
    }

    @POST
    @Path("/reservations/{id}/forced-return")
    @Operation(operationId = "forceReturn", summary = "Support: end the use")
    public Uni<Response> forceReturn(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String seen,
            @Nullable ForcedReturnBody body) {
        Version version = Input.ifMatch(seen);
        ForcedReturnBody said = Input.body(body);
        Input in = new Input();
        Field<Odometer> reading = said.reading(in);
        Field<Reason> reason = ReasonBody.readRequired(in, said.reason());
        ReservationChange change = in.build(() -> change(id, version, reason.orNull()));
        return answer(forceReturn.forceReturn(change, reading.orNull()));
    }

    @POST
    @Path("/reservations/{id}/no-show")
    @Operation(operationId = "markNoShow", summary = "Support: the driver did not come")
    public Uni<Response> noShow(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable StepBody body) {
        return answer(markNoShow.markNoShow(stepByAnyone(id, seen, body)));
    }

    @POST
    @Path("/reservations/{id}/late-return")
    @Operation(operationId = "recordLateReturn", summary = "Support: the vehicle is late")
    public Uni<Response> lateReturn(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable StepBody body) {
        return answer(recordLateReturn.recordLateReturn(stepByAnyone(id, seen, body)));
    }

    @POST
    @Path("/reservations/{id}/notes")
    @Operation(operationId = "annotateReservation", summary = "Support: write down what happened")
    public Uni<Response> annotate(@PathParam("id") String id, @Nullable NoteBody body) {
        NoteBody said = Input.body(body);
        Input in = new Input();
        Field<String> text = in.required("text", said.text(), raw -> raw);
        Field<Reason> reason = ReasonBody.readRequired(in, said.reason());
        ReservationChange change = in.build(
                () -> new ReservationChange(callers.caller(), ReservationsResource.id(id), null, reason.get()));
        return annotate.annotate(change, text.get())
                .map(decision -> Answers.of(
                        decision,
                        note -> Response.status(Response.Status.CREATED)
                                .entity(NoteView.of(note))
                                .build()));
    }

    private ReservationChange stepByAnyone(String id, @Nullable String seen, @Nullable StepBody body) {
        Version version = Input.ifMatch(seen);
        StepBody said = Input.body(body);
        Input in = new Input();
        Field<Reason> reason = ReasonBody.read(in, said.reason());
        return in.build(() -> change(id, version, reason.orNull()));
    }

    private ReservationChange change(String id, Version seen, @Nullable Reason reason) {
        return new ReservationChange(callers.caller(), ReservationsResource.id(id), seen, reason);
    }

    private static Uni<Response> answer(Uni<Decision<ReservationView, Refusal>> decided) {
        return decided.map(decision -> Answers.ok(decision, ReservationView::version, ReservationBody::of));
    }
}
