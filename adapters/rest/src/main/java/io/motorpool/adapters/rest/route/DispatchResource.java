package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.route.DispatchVehicles;
import io.motorpool.application.route.DispatchVehicles.Dispatched;
import io.motorpool.application.route.RouteQueries;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.route.Assignment;
import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.Order;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** Which vehicle serves which slot: dispatch (배차), substitution (대차), and what was ever written down of them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Dispatch")
class DispatchResource {

    private final DispatchVehicles dispatch;
    private final RouteQueries queries;
    private final CallerSource callers;
    private final OnceOnly onceOnly;

    DispatchResource(DispatchVehicles dispatch, RouteQueries queries, CallerSource callers, OnceOnly onceOnly) {
        this.dispatch = dispatch;
        this.queries = queries;
        this.callers = callers;
        this.onceOnly = onceOnly;
    }

    /** What both bodies say of who is to serve, and when. */
    private sealed interface OrderBody {

        @Nullable
        String vehicle();

        @Nullable
        String chauffeur();

        @Nullable
        String from();

        @Nullable
        String until();

        Field<ContractCause> why(Input in);

        default Order read() {
            Input in = new Input();
            Field<UUID> with = in.id("vehicle", vehicle());
            Field<UUID> by = in.id("chauffeur", chauffeur());
            Field<Instant> begin = in.required("from", from(), Parse::instant);
            Field<Instant> end = in.optional("until", until(), Parse::instant);
            Field<ContractCause> why = why(in);
            Field<Order> order = in.made(
                    "until",
                    () -> new Order(
                            new Assignment(new VehicleId(with.get()), new UserId(by.get())),
                            begin.get(),
                            end.orNull(),
                            why.get()));
            return in.build(order::get);
        }
    }

    @Schema(name = "DispatchVehicle")
    record DispatchBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f72") @Nullable
            String vehicle,

            @Schema(
                    required = true,
                    format = "uuid",
                    description = "The user who drives",
                    examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f75")
            @Nullable
            String chauffeur,

            @Schema(
                    required = true,
                    format = "date-time",
                    description = "May lie in the past while the month is open",
                    examples = "2026-12-01T05:00:00+09:00")
            @Nullable
            String from,

            @Schema(
                    format = "date-time",
                    description = "Absent while nobody knows",
                    examples = "2027-12-01T00:00:00+09:00")
            @Nullable
            String until)
            implements OrderBody {

        @Override
        public Field<ContractCause> why(Input in) {
            return in.given("cause", ContractCause.DISPATCH);
        }
    }

    @Schema(name = "SubstituteVehicle")
    record SubstituteBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f72") @Nullable
            String vehicle,

            @Schema(
                    required = true,
                    format = "uuid",
                    description = "The user who drives",
                    examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f75")
            @Nullable
            String chauffeur,

            @Schema(
                    required = true,
                    format = "date-time",
                    description = "May lie in the past while the month is open",
                    examples = "2026-12-01T05:00:00+09:00")
            @Nullable
            String from,

            @Schema(
                    format = "date-time",
                    description =
                            "From then on the replaced vehicle serves again; absent for as long as it would have served",
                    examples = "2026-12-04T00:00:00+09:00")
            @Nullable
            String until,

            @Schema(
                    required = true,
                    enumeration = {"BREAKDOWN", "INSPECTION", "ACCIDENT", "CHAUFFEUR_CHANGE", "RECORD_CORRECTION"})
            @Nullable
            String cause)
            implements OrderBody {

        @Override
        public Field<ContractCause> why(Input in) {
            Field<ContractCause> said = in.oneOf(ContractCause.class, "cause", cause);
            return in.made("cause", () -> forSubstitution(said.get()));
        }

        private static ContractCause forSubstitution(ContractCause cause) {
            if (!cause.isForSubstitution()) {
                throw new IllegalArgumentException("must say why another one serves, not " + cause);
            }
            return cause;
        }
    }

    @Schema(name = "WithdrawVehicle")
    record WithdrawBody(
            @Schema(required = true, format = "date-time", examples = "2026-12-24T00:00:00+09:00") @Nullable
            String from) {

        Instant read() {
            Input in = new Input();
            return in.build(in.required("from", from, Parse::instant)::get);
        }
    }

    @Schema(name = "Dispatched", description = "What a dispatch, a substitution or a withdrawal came to")
    record DispatchedBody(
            @Schema(required = true, description = "Contracts under new numbers")
            List<ContractBody> issued,

            @Schema(required = true, description = "Contracts that end earlier now, or are void")
            List<ContractBody> cut,

            @Schema(
                    required = true,
                    minimum = "0",
                    description = "Charges that now belong to another contract, with the price that they had")
            long chargesMoved) {

        static DispatchedBody of(Dispatched dispatched) {
            return new DispatchedBody(
                    dispatched.issued().stream().map(ContractBody::of).toList(),
                    dispatched.cut().stream().map(ContractBody::of).toList(),
                    dispatched.chargesMoved());
        }
    }

    /** Only the document reads this. */
    @Schema(name = "VehicleContracts")
    record ContractsBody(@Schema(required = true) List<ContractBody> items) {}

    @POST
    @Path("/slots/{id}/dispatches")
    @Operation(
            operationId = "dispatchVehicle",
            summary = "Let a vehicle serve the slot",
            description = "Issues a vehicle contract. The ERP hears of it later; its being down fails nothing here")
    @APIResponseSchema(value = DispatchedBody.class, responseCode = "201", responseDescription = "Dispatched")
    @Refuses(
            conflicts = {
                "slot-retired",
                "slot-served",
                "month-closed",
                "vehicle-engaged",
                "vehicle-not-dispatchable",
                "request-in-flight"
            },
            rules = {"vehicle-of-another-company", "idempotency-key-reused"})
    public Uni<Response> dispatch(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable DispatchBody body) {
        return once(id, "dispatches", key, body, dispatch::dispatch);
    }

    @POST
    @Path("/slots/{id}/substitutions")
    @Operation(
            operationId = "substituteVehicle",
            summary = "Let another vehicle or chauffeur serve in the place of the one that does",
            description = "In the past of an open month too: the charges of that time change hands, with their prices")
    @APIResponseSchema(value = DispatchedBody.class, responseCode = "201", responseDescription = "Substituted")
    @Refuses(
            conflicts = {
                "slot-retired",
                "nobody-serves",
                "same-vehicle-serves",
                "month-closed",
                "vehicle-engaged",
                "vehicle-not-dispatchable",
                "request-in-flight"
            },
            rules = {"vehicle-of-another-company", "idempotency-key-reused"})
    public Uni<Response> substitute(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable SubstituteBody body) {
        return once(id, "substitutions", key, body, dispatch::substitute);
    }

    private interface Step {
        Uni<Decision<Dispatched, Refusal>> take(Caller caller, SlotId slot, Order order);
    }

    /** Each issues a number that is never given again, so sending it twice issues one (ADR-0044). */
    private <B extends Record & OrderBody> Uni<Response> once(
            String id, String step, @Nullable String key, @Nullable B body, Step taken) {
        Caller caller = callers.caller();
        SlotId slot = id(id);
        String idempotencyKey = Headers.idempotencyKey(key);
        B said = Input.body(body);
        Order order = said.read();
        return onceOnly.answer(
                caller,
                "POST /api/v1/slots/%s/%s".formatted(slot, step),
                idempotencyKey,
                said,
                () -> Answers.added(taken.take(caller, slot, order), DispatchedBody::of));
    }

    @POST
    @Path("/slots/{id}/withdrawal")
    @Operation(
            operationId = "withdrawVehicle",
            summary = "From then on nobody serves the slot",
            description = "Later contracts stay. What was driven was driven by somebody: the past is corrected by a"
                    + " substitution")
    @APIResponseSchema(value = DispatchedBody.class, responseCode = "200", responseDescription = "What it came to")
    @Refuses(
            conflicts = {"nobody-serves", "month-closed"},
            rules = "withdrawn-in-the-past")
    public Uni<Response> withdraw(@PathParam("id") String id, @Nullable WithdrawBody body) {
        Instant from = Input.body(body).read();
        return Answers.ok(dispatch.withdraw(callers.caller(), id(id), from), DispatchedBody::of);
    }

    @GET
    @Path("/slots/{id}/contracts")
    @Operation(operationId = "listVehicleContracts", summary = "Every vehicle contract of a slot")
    @APIResponseSchema(
            value = ContractsBody.class,
            responseCode = "200",
            responseDescription = "Whole, in the order in which they serve; void ones last")
    public Uni<Response> contracts(@PathParam("id") String id) {
        return Answers.all(queries.contracts(callers.caller(), id(id)), ContractBody::of);
    }

    @GET
    @Path("/vehicle-contracts/{number}")
    @Operation(
            operationId = "getVehicleContract",
            summary = "A vehicle contract by the number that stands on paper and in the ERP")
    @APIResponseSchema(value = ContractBody.class, responseCode = "200", responseDescription = "The contract")
    public Uni<Response> contract(@PathParam("number") String number) {
        VehicleContractNumber named = Input.named(number, VehicleContractNumber::new);
        return Answers.ok(queries.contract(callers.caller(), named), ContractBody::of);
    }

    private static SlotId id(String raw) {
        return new SlotId(Input.pathId(raw));
    }
}
