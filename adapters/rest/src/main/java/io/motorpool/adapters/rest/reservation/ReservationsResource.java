package io.motorpool.adapters.rest.reservation;

import static io.motorpool.adapters.rest.reservation.ReservationBody.RESERVATIONS;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Cursors;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReserveVehicle;
import io.motorpool.application.reservation.ReserveVehicle.Command;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reservations: made, found and looked at. What becomes of them are the steps. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
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

    @Schema(name = "ReserveVehicle")
    record ReserveBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f72") @Nullable
            String vehicle,

            @Schema(format = "uuid", description = "Who will drive; the caller when absent") @Nullable
            String driver,

            @Schema(required = true, format = "date-time", examples = "2026-12-01T09:00:00+09:00") @Nullable
            String start,

            @Schema(required = true, format = "date-time", examples = "2026-12-01T11:00:00+09:00") @Nullable
            String end,

            @Schema(required = true, description = "Whether the trip is business travel", examples = "true") @Nullable
            Boolean corporate,

            @Nullable ReasonBody reason,

            @Schema(
                    format = "uuid",
                    description = "The card to pay with, out of the payment options; the first of them when absent")
            @Nullable
            String card,

            @Schema(
                    implementation = BillingPolicy.class,
                    description = "How the company pays, as the payment options said: if that has changed meanwhile,"
                            + " nothing is reserved")
            @Nullable
            String billingPolicy) {

        Command by(Caller caller) {
            Input in = new Input();
            Field<UUID> wanted = in.id("vehicle", vehicle);
            Field<UserId> driving = in.optional("driver", driver, Parse::uuid).map(UserId::new);
            Field<Period> period = in.period(start, end);
            Field<Boolean> business = in.given("corporate", corporate);
            Field<Reason> why = ReasonBody.optional(in, reason);
            Field<InstrumentChoice> payWith = payWith(in);
            return in.build(() -> new Command(
                    caller,
                    new VehicleId(wanted.get()),
                    driving.optional().orElse(caller.user()),
                    period.get(),
                    business.get(),
                    why.orNull(),
                    payWith.get()));
        }

        private Field<InstrumentChoice> payWith(Input in) {
            Field<InstrumentId> picked = in.optional("card", card, Parse::uuid).map(InstrumentId::new);
            Field<BillingPolicy> seen = in.oneOfIfGiven(BillingPolicy.class, "billingPolicy", billingPolicy);
            return in.made("card", () -> InstrumentChoice.of(picked.orNull(), seen.orNull()));
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "ReservationPage")
    record ReservationPage(
            @Schema(required = true) List<ReservationBody> items,
            @Nullable String nextCursor) {}

    /** What to search for; whatever is absent does not narrow the search. */
    record Search(
            @QueryParam("company") @Nullable String company,
            @QueryParam("vehicle") @Nullable String vehicle,
            @QueryParam("driver") @Nullable String driver,
            @QueryParam("status") @Nullable String status,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {

        Field<CompanyId> company(Input in) {
            return in.optional("company", company, Parse::uuid).map(CompanyId::new);
        }

        Field<Filter> filter(Input in) {
            Field<VehicleId> on = in.optional("vehicle", vehicle, Parse::uuid).map(VehicleId::new);
            Field<UserId> by = in.optional("driver", driver, Parse::uuid).map(UserId::new);
            Field<ReservationStatus> being = in.oneOfIfGiven(ReservationStatus.class, "status", status);
            Field<Instant> after = in.optional("from", from, Parse::instantInQuery);
            Field<Instant> before = in.optional("until", until, Parse::instantInQuery);
            return in.made(
                    "until",
                    () -> new Filter(on.orNull(), by.orNull(), being.orNull(), after.orNull(), before.orNull()));
        }
    }

    @POST
    @Path("/reservations")
    @Operation(operationId = "reserveVehicle", summary = "Reserve a vehicle")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "201", responseDescription = "Reserved")
    @Refuses(
            conflicts = {
                "vehicle-taken",
                "driver-busy",
                "vehicle-not-in-service",
                "company-not-active",
                "representative-card-unavailable",
                "payment-policy-changed",
                "request-in-flight"
            },
            rules = {
                "off-grid",
                "too-short",
                "too-long",
                "start-in-the-past",
                "beyond-horizon",
                "driver-not-eligible",
                "reason-required",
                "instrument-not-allowed",
                "personal-card-not-allowed",
                "idempotency-key-reused"
            })
    public Uni<Response> reserve(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key, @Nullable ReserveBody body) {
        Caller caller = callers.caller();
        String idempotencyKey = Headers.idempotencyKey(key);
        ReserveBody said = Input.body(body);
        Command command = said.by(caller);
        return onceOnly.answer(
                caller,
                "POST /api/v1/reservations",
                idempotencyKey,
                said,
                () -> RESERVATIONS.created(reserveVehicle.reserve(command)));
    }

    @GET
    @Path("/reservations")
    @Operation(operationId = "searchReservations", summary = "Search reservations, in order of their start")
    @APIResponseSchema(value = ReservationPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> search(@BeanParam Search search, @BeanParam Paging paging) {
        Input in = new Input();
        Field<CompanyId> company = search.company(in);
        Field<Filter> filter = search.filter(in);
        Field<Page.Request> page = paging.read(in, Cursors.Order.BY_TIME);
        Filter asked = in.build(filter::get);
        return RESERVATIONS.page(queries.search(callers.caller(), company.optional(), asked, page.get()));
    }

    @GET
    @Path("/reservations/{id}")
    @Operation(operationId = "getReservation", summary = "One reservation")
    @APIResponseSchema(value = ReservationBody.class, responseCode = "200", responseDescription = "The reservation")
    public Uni<Response> one(@PathParam("id") String id) {
        return RESERVATIONS.one(queries.one(callers.caller(), new ReservationId(Input.pathId(id))));
    }
}
