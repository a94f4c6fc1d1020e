package io.motorpool.adapters.rest.settlement;

import static io.motorpool.adapters.rest.settlement.SettlementBody.SETTLEMENTS;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.adapters.rest.settlement.BlockerBody.BlockersPage;
import io.motorpool.application.settlement.PostSettlements;
import io.motorpool.application.settlement.SettleMonth;
import io.motorpool.application.settlement.SettlementQueries;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
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
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** From what was driven to what is billed, step by step. Whatever makes money is asked for once per idempotency key (P13). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Settlement")
class SettlingResource {

    private final SettleMonth settleMonth;
    private final PostSettlements postSettlements;
    private final SettlementQueries queries;
    private final CallerSource callers;
    private final OnceOnly onceOnly;

    SettlingResource(
            SettleMonth settleMonth,
            PostSettlements postSettlements,
            SettlementQueries queries,
            CallerSource callers,
            OnceOnly onceOnly) {
        this.settleMonth = settleMonth;
        this.postSettlements = postSettlements;
        this.queries = queries;
        this.callers = callers;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "ReverseSettlement")
    record ReversalBody(@Schema(required = true) @Nullable ReasonBody reason) {

        Reason read() {
            Input in = new Input();
            Field<Reason> why = ReasonBody.required(in, reason);
            return in.build(why::get);
        }
    }

    /** What is compared when the same key comes again. */
    private record OfSettlement(
            SettlementId settlement, Version seen, @Nullable Reason reason) {}

    private record OfMonth(CompanyId company, YearMonth month) {}

    @GET
    @Path("/companies/{id}/settlements/{month}/blockers")
    @Operation(
            operationId = "listBlockers",
            summary = "What is in the way of confirming the month, each with what to do about it")
    @APIResponseSchema(value = BlockersPage.class, responseCode = "200", responseDescription = "All of them")
    public Uni<Response> blockers(@PathParam("id") String id, @PathParam("month") String month) {
        return Answers.all(queries.blockers(callers.caller(), company(id), Months.inPath(month)), BlockerBody::of);
    }

    @POST
    @Path("/companies/{id}/settlements/{month}/calculation")
    @Operation(operationId = "calculateSettlement", summary = "Add up how the month stands now, as often as you like")
    @APIResponseSchema(value = SettlementBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {"not-possible-for-settlement", "month-reversed"},
            rules = "total-below-zero")
    public Uni<Response> calculate(@PathParam("id") String id, @PathParam("month") String month) {
        return SETTLEMENTS.one(settleMonth.calculate(callers.caller(), company(id), Months.inPath(month)));
    }

    @POST
    @Path("/settlements/{id}/confirmation")
    @Operation(
            operationId = "confirmSettlement",
            summary = "For good. Whoever edited it last cannot confirm it (P16); the ERP hears of it by itself")
    @APIResponseSchema(value = SettlementBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {
                "not-possible-for-settlement",
                "settlement-blocked",
                "calculation-outdated",
                "lines-do-not-add-up",
                "request-in-flight"
            },
            rules = {"total-below-zero", "idempotency-key-reused"},
            forbids = "maker-is-not-checker")
    public Uni<Response> confirm(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key) {
        Caller caller = callers.caller();
        Version version = Headers.ifMatch(seen);
        String idempotencyKey = Headers.idempotencyKey(key);
        SettlementId settlement = settlement(id);
        return onceOnly.answer(
                caller,
                "POST /api/v1/settlements/{id}/confirmation",
                idempotencyKey,
                new OfSettlement(settlement, version, null),
                () -> SETTLEMENTS.one(settleMonth.confirm(caller, settlement, version)));
    }

    @POST
    @Path("/settlements/{id}/reversal")
    @Operation(
            operationId = "reverseSettlement",
            summary = "Give back what was billed, by a document of its own; the month is open again")
    @APIResponseSchema(value = SettlementBody.class, responseCode = "201", responseDescription = "The reversal")
    @Refuses(
            conflicts = {"not-possible-for-settlement", "already-reversed", "reversal-stands", "request-in-flight"},
            rules = "idempotency-key-reused")
    public Uni<Response> reverse(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable ReversalBody body) {
        Caller caller = callers.caller();
        Version version = Headers.ifMatch(seen);
        String idempotencyKey = Headers.idempotencyKey(key);
        Reason reason = Input.body(body).read();
        SettlementId settlement = settlement(id);
        return onceOnly.answer(
                caller,
                "POST /api/v1/settlements/{id}/reversal",
                idempotencyKey,
                new OfSettlement(settlement, version, reason),
                () -> SETTLEMENTS.created(settleMonth.reverse(caller, settlement, version, reason)));
    }

    @POST
    @Path("/companies/{id}/settlements/{month}/reissue")
    @Operation(
            operationId = "reissueSettlement",
            summary = "Open the month's next bill, after the last one was reversed")
    @APIResponseSchema(value = SettlementBody.class, responseCode = "201", responseDescription = "The next bill")
    @Refuses(
            conflicts = {"month-billed", "request-in-flight"},
            rules = "idempotency-key-reused")
    public Uni<Response> reissue(
            @PathParam("id") String id,
            @PathParam("month") String month,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key) {
        Caller caller = callers.caller();
        String idempotencyKey = Headers.idempotencyKey(key);
        OfMonth asked = new OfMonth(company(id), Months.inPath(month));
        return onceOnly.answer(
                caller,
                "POST /api/v1/companies/{id}/settlements/{month}/reissue",
                idempotencyKey,
                asked,
                () -> SETTLEMENTS.created(settleMonth.reissue(caller, asked.company(), asked.month())));
    }

    /** No idempotency key: the ERP is asked for the settlement's own number first, so asking twice books once. */
    @POST
    @Path("/settlements/{id}/posting")
    @Operation(
            operationId = "postSettlement",
            summary = "Ask the ERP now: after somebody has looked after what was wrong, for example")
    @APIResponseSchema(value = SettlementBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"not-possible-for-settlement", "posting-under-way", "settlement-blocked"})
    public Uni<Response> post(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return SETTLEMENTS.one(postSettlements.post(callers.caller(), settlement(id), version));
    }

    @GET
    @Path("/companies/{id}/settlements-verification")
    @Operation(
            operationId = "verifySettlements",
            summary =
                    "Recompute the chain of seals and every bill that stands, and look up in the ERP what was posted; the first"
                            + " difference, if there is one")
    @APIResponseSchema(value = VerificationBody.class, responseCode = "200", responseDescription = "What was found")
    public Uni<Response> verify(@PathParam("id") String id) {
        return Answers.ok(queries.verify(callers.caller(), company(id)), VerificationBody::of);
    }

    private static CompanyId company(String raw) {
        return new CompanyId(Input.pathId(raw));
    }

    private static SettlementId settlement(String raw) {
        return new SettlementId(Input.pathId(raw));
    }
}
