package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.drivinglog.LookAfterDrivingLog;
import io.motorpool.application.drivinglog.LookAfterDrivingLog.Forgotten;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact.Ground;
import io.motorpool.domain.drivinglog.LogFact.Verdict;
import io.motorpool.domain.drivinglog.Purpose;
import io.motorpool.domain.drivinglog.TripId;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What the log cannot know by itself. Each is a new fact with a reason, and a later one counts instead of an earlier one: so
 * saying the same again does no harm, and no idempotency key is asked for (ADR-0044).
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Driving log")
class LogFactsResource {

    /** A reservation has fewer hand-overs. */
    static final int MOST_LEGS = 1_000;

    private final LookAfterDrivingLog lookAfter;
    private final CallerSource callers;

    LogFactsResource(LookAfterDrivingLog lookAfter, CallerSource callers) {
        this.lookAfter = lookAfter;
        this.callers = callers;
    }

    @Schema(name = "DecideDrivingLogEntry")
    record DecisionBody(@Schema(required = true) @Nullable ReasonBody reason) {

        Reason read() {
            Input in = new Input();
            Field<Reason> why = ReasonBody.required(in, reason);
            return in.build(why::get);
        }
    }

    @Schema(name = "CorrectTripReadings")
    record ReadingsBody(
            @Schema(required = true, minimum = "1", maximum = "" + MOST_LEGS, description = "Which driver's part of it")
            @Nullable
            Integer leg,

            @Schema(required = true, minimum = "0", maximum = "" + Odometer.HIGHEST) @Nullable
            Integer beforeKm,

            @Schema(
                    required = true,
                    minimum = "0",
                    maximum = "" + Odometer.HIGHEST,
                    description = "Not less than before")
            @Nullable
            Integer afterKm,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    /** What the dashboard showed at both ends, the later no less than the earlier. */
    private record Readings(Odometer before, Odometer after) {

        Readings {
            if (after.isBefore(before)) {
                throw new IllegalArgumentException("must not be less than before");
            }
        }

        static Field<Readings> read(Input in, @Nullable Integer beforeKm, @Nullable Integer afterKm) {
            Field<Odometer> before = in.given("beforeKm", beforeKm, Odometer::new);
            Field<Odometer> after = in.given("afterKm", afterKm, Odometer::new);
            return in.made("afterKm", () -> new Readings(before.get(), after.get()));
        }
    }

    @Schema(name = "StateTripPurpose")
    record PurposeBody(
            @Schema(required = true, minimum = "1", maximum = "" + MOST_LEGS, description = "Which driver's part of it")
            @Nullable
            Integer leg,

            @Schema(required = true, implementation = TripPurpose.class) @Nullable
            String purpose,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    @Schema(name = "InsertTrip")
    record TripBody(
            @Schema(required = true, format = "uuid") @Nullable
            String driver,

            @Schema(required = true, format = "date-time", examples = "2026-11-02T09:00:00+09:00") @Nullable
            String departedAt,

            @Schema(required = true, format = "date-time", examples = "2026-11-02T10:00:00+09:00") @Nullable
            String arrivedAt,

            @Schema(required = true, minimum = "0", maximum = "" + Odometer.HIGHEST) @Nullable
            Integer beforeKm,

            @Schema(
                    required = true,
                    minimum = "0",
                    maximum = "" + Odometer.HIGHEST,
                    description = "Not less than before")
            @Nullable
            Integer afterKm,

            @Schema(required = true, implementation = TripPurpose.class) @Nullable
            String purpose,

            @Schema(required = true) @Nullable ReasonBody reason) {

        private record Inserted(Forgotten trip, Reason reason) {}

        private record Times(Instant departed, Instant arrived) {

            Times {
                if (arrived.isBefore(departed)) {
                    throw new IllegalArgumentException("must not be before the departure");
                }
            }
        }

        Inserted read(VehicleId vehicle) {
            Input in = new Input();
            Field<UserId> by = in.id("driver", driver).map(UserId::new);
            Field<Instant> left = in.required("departedAt", departedAt, Parse::instant);
            Field<Instant> arrived = in.required("arrivedAt", arrivedAt, Parse::instant);
            Field<Times> times = in.made("arrivedAt", () -> new Times(left.get(), arrived.get()));
            Field<Readings> readings = Readings.read(in, beforeKm, afterKm);
            Field<Purpose> whatFor = purposeOf(in, purpose);
            Field<Reason> why = ReasonBody.required(in, reason);
            return in.build(() -> new Inserted(
                    new Forgotten(
                            vehicle,
                            by.get(),
                            times.get().departed(),
                            times.get().arrived(),
                            readings.get().before(),
                            readings.get().after(),
                            whatFor.get()),
                    why.get()));
        }
    }

    @Schema(name = "ExemptVehicle")
    record ExemptionBody(
            @Schema(required = true, implementation = Ground.class) @Nullable
            String ground,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    @POST
    @Path("/driving-log-entries/{id}/inclusion")
    @Operation(operationId = "includeDrivingLogEntry", summary = "Decide that it is in; the tag stays what it was")
    @APIResponseSchema(value = LogFactBody.class, responseCode = "201", responseDescription = "On record")
    @Refuses(conflicts = {"nothing-to-decide", "log-closed"})
    public Uni<Response> include(@PathParam("id") String id, @Nullable DecisionBody body) {
        return decide(id, Verdict.INCLUDE, body);
    }

    @POST
    @Path("/driving-log-entries/{id}/exclusion")
    @Operation(operationId = "excludeDrivingLogEntry", summary = "Decide that it is out; the tag stays what it was")
    @APIResponseSchema(value = LogFactBody.class, responseCode = "201", responseDescription = "On record")
    @Refuses(conflicts = {"nothing-to-decide", "log-closed"})
    public Uni<Response> exclude(@PathParam("id") String id, @Nullable DecisionBody body) {
        return decide(id, Verdict.EXCLUDE, body);
    }

    private Uni<Response> decide(String id, Verdict verdict, @Nullable DecisionBody body) {
        Reason reason = Input.body(body).read();
        return Answers.added(lookAfter.decide(callers.caller(), entry(id), verdict, reason), LogFactBody::of);
    }

    @POST
    @Path("/driving-log-entries/{id}/readings")
    @Operation(
            operationId = "correctTripReadings",
            summary = "Say what the odometer really showed; of what nobody measured, what it showed at all")
    @APIResponseSchema(value = LogFactBody.class, responseCode = "201", responseDescription = "On record")
    @Refuses(conflicts = "log-closed")
    public Uni<Response> correct(@PathParam("id") String id, @Nullable ReadingsBody body) {
        ReadingsBody said = Input.body(body);
        EntryId entry = entry(id);
        Input in = new Input();
        Field<TripId> trip = tripOf(in, entry, said.leg());
        Field<Readings> readings = Readings.read(in, said.beforeKm(), said.afterKm());
        Field<Reason> why = ReasonBody.required(in, said.reason());
        Readings shown = in.build(readings::get);
        return Answers.added(
                lookAfter.correct(callers.caller(), trip.get(), shown.before(), shown.after(), why.get()),
                LogFactBody::of);
    }

    @POST
    @Path("/driving-log-entries/{id}/purpose")
    @Operation(operationId = "stateTripPurpose", summary = "Say what it was driven for: commuting, business, private")
    @APIResponseSchema(value = LogFactBody.class, responseCode = "201", responseDescription = "On record")
    @Refuses(conflicts = "log-closed")
    public Uni<Response> state(@PathParam("id") String id, @Nullable PurposeBody body) {
        PurposeBody said = Input.body(body);
        EntryId entry = entry(id);
        Input in = new Input();
        Field<TripId> trip = tripOf(in, entry, said.leg());
        Field<Purpose> whatFor = purposeOf(in, said.purpose());
        Field<Reason> why = ReasonBody.required(in, said.reason());
        Purpose purpose = in.build(whatFor::get);
        return Answers.added(lookAfter.state(callers.caller(), trip.get(), purpose, why.get()), LogFactBody::of);
    }

    /** What is put in twice meets itself, so no key is asked for. */
    @POST
    @Path("/vehicles/{id}/driving-log-trips")
    @Operation(operationId = "insertTrip", summary = "Put in a trip that was forgotten, where it fits")
    @APIResponseSchema(value = LogFactBody.class, responseCode = "201", responseDescription = "On record")
    @Refuses(
            conflicts = {"trip-meets-another", "log-closed"},
            rules = {"trip-does-not-fit", "trip-in-the-future"})
    public Uni<Response> insert(@PathParam("id") String id, @Nullable TripBody body) {
        TripBody.Inserted inserted = Input.body(body).read(vehicle(id));
        return Answers.added(lookAfter.insert(callers.caller(), inserted.trip(), inserted.reason()), LogFactBody::of);
    }

    @POST
    @Path("/vehicles/{id}/driving-log-exemption")
    @Operation(operationId = "exemptVehicle", summary = "The vehicle owes no log: light, many seats, lorry, trade")
    @APIResponseSchema(value = LogFactBody.class, responseCode = "201", responseDescription = "On record")
    public Uni<Response> exempt(@PathParam("id") String id, @Nullable ExemptionBody body) {
        ExemptionBody said = Input.body(body);
        VehicleId vehicle = vehicle(id);
        Input in = new Input();
        Field<Ground> ground = in.oneOf(Ground.class, "ground", said.ground());
        Field<Reason> why = ReasonBody.required(in, said.reason());
        Ground because = in.build(ground::get);
        return Answers.added(lookAfter.exempt(callers.caller(), vehicle, because, why.get()), LogFactBody::of);
    }

    @POST
    @Path("/vehicles/{id}/driving-log-exemption-withdrawal")
    @Operation(operationId = "withdrawExemption", summary = "The vehicle does owe a log")
    @APIResponseSchema(value = LogFactBody.class, responseCode = "201", responseDescription = "On record")
    public Uni<Response> withdrawExemption(@PathParam("id") String id, @Nullable DecisionBody body) {
        Reason reason = Input.body(body).read();
        return Answers.added(lookAfter.withdrawExemption(callers.caller(), vehicle(id), reason), LogFactBody::of);
    }

    private static Field<TripId> tripOf(Input in, EntryId entry, @Nullable Integer leg) {
        Function<Integer, TripId> named = number -> {
            if (number > MOST_LEGS) {
                throw new IllegalArgumentException("must be at most %d".formatted(MOST_LEGS));
            }
            return new TripId(entry, number);
        };
        return in.given("leg", leg, named);
    }

    private static Field<Purpose> purposeOf(Input in, @Nullable String purpose) {
        return in.oneOf(TripPurpose.class, "purpose", purpose).map(TripPurpose::inModel);
    }

    private static EntryId entry(String raw) {
        return new EntryId(Input.pathId(raw));
    }

    private static VehicleId vehicle(String raw) {
        return new VehicleId(Input.pathId(raw));
    }
}
