package io.motorpool.adapters.rest.settlement;

import static io.motorpool.adapters.rest.settlement.SettlementJobBody.JOBS;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.EventStream;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.Watch;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.settlement.JobId;
import io.motorpool.application.settlement.PressSettlement;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The one press: prices are captured, the month is calculated, checked and confirmed, and the ERP hears of it. It answers with
 * a job, which can be looked at or watched. Pressing again touches only those that are not confirmed.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Settlement")
class SettlementJobsResource {

    static final int MOST_COMPANIES = 1_000;

    private final PressSettlement pressSettlement;
    private final CallerSource callers;
    private final OnceOnly onceOnly;

    SettlementJobsResource(PressSettlement pressSettlement, CallerSource callers, OnceOnly onceOnly) {
        this.pressSettlement = pressSettlement;
        this.callers = callers;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "PressSettlement")
    record PressBody(
            @Schema(required = true, pattern = Months.FORM, examples = Months.EXAMPLE) @Nullable
            String month,

            @Schema(
                    required = true,
                    type = SchemaType.ARRAY,
                    implementation = UUID.class,
                    minItems = 1,
                    maxItems = MOST_COMPANIES,
                    uniqueItems = true,
                    description = "One company, or many")
            @Nullable
            List<@Nullable String> companies) {

        Press read() {
            Input in = new Input();
            Field<YearMonth> of = in.required("month", month, Parse::month);
            Field<List<CompanyId>> all = companies(in);
            return in.build(() -> new Press(of.get(), all.get()));
        }

        private Field<List<CompanyId>> companies(Input in) {
            Field<List<@Nullable String>> given = in.given("companies", companies);
            List<CompanyId> read = new ArrayList<>();
            List<@Nullable String> raw = given.optional().orElse(List.of());
            for (int i = 0; i < Math.min(raw.size(), MOST_COMPANIES); i++) {
                in.id("companies[" + i + "]", raw.get(i))
                        .map(CompanyId::new)
                        .optional()
                        .ifPresent(read::add);
            }
            return in.made("companies", () -> checked(given.get(), read));
        }

        private static List<CompanyId> checked(List<@Nullable String> raw, List<CompanyId> read) {
            if (raw.isEmpty() || raw.size() > MOST_COMPANIES) {
                throw new IllegalArgumentException("must be 1 to %d companies".formatted(MOST_COMPANIES));
            }
            if (read.stream().distinct().count() != read.size()) {
                throw new IllegalArgumentException("must name each company once");
            }
            return read;
        }
    }

    private record Press(YearMonth month, List<CompanyId> companies) {}

    @Schema(name = "PressEverySettlement")
    record PressEveryBody(
            @Schema(required = true, pattern = Months.FORM, examples = Months.EXAMPLE) @Nullable
            String month) {

        YearMonth read() {
            Input in = new Input();
            Field<YearMonth> of = in.required("month", month, Parse::month);
            return in.build(of::get);
        }
    }

    @POST
    @Path("/settlement-jobs")
    @Operation(operationId = "pressSettlement", summary = "The one press: settle the month of these companies")
    @APIResponseSchema(value = SettlementJobBody.class, responseCode = "201", responseDescription = "Begun")
    @Refuses(conflicts = "request-in-flight", rules = "idempotency-key-reused")
    public Uni<Response> press(@HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key, @Nullable PressBody body) {
        Caller caller = callers.caller();
        String idempotencyKey = Headers.idempotencyKey(key);
        PressBody said = Input.body(body);
        Press press = said.read();
        return onceOnly.answer(
                caller,
                "POST /api/v1/settlement-jobs",
                idempotencyKey,
                said,
                () -> JOBS.created(pressSettlement.press(caller, press.month(), press.companies())));
    }

    @POST
    @Path("/division/settlement-jobs")
    @Operation(
            operationId = "pressEverySettlement",
            summary = "The same for every company of the division that has anything to settle in the month")
    @APIResponseSchema(value = SettlementJobBody.class, responseCode = "201", responseDescription = "Begun")
    @Refuses(conflicts = "request-in-flight", rules = "idempotency-key-reused")
    public Uni<Response> pressEvery(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key, @Nullable PressEveryBody body) {
        Caller caller = callers.caller();
        String idempotencyKey = Headers.idempotencyKey(key);
        PressEveryBody said = Input.body(body);
        YearMonth month = said.read();
        return onceOnly.answer(
                caller,
                "POST /api/v1/division/settlement-jobs",
                idempotencyKey,
                said,
                () -> JOBS.created(pressSettlement.pressAll(caller, month)));
    }

    @GET
    @Path("/settlement-jobs/{id}")
    @Operation(operationId = "getSettlementJob", summary = "How far a press is, and what became of each company")
    @APIResponseSchema(value = SettlementJobBody.class, responseCode = "200", responseDescription = "The job")
    public Uni<Response> one(@PathParam("id") String id) {
        return JOBS.one(pressSettlement.watch(callers.caller(), job(id)));
    }

    @GET
    @Path("/settlement-jobs/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchSettlementJob",
            summary = "The same as server-sent events, until the job is done; ask again after ten minutes")
    @APIResponse(
            responseCode = "200",
            description = "Each event's data is one of these, as JSON",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = JobEventBody.class)))
    public Uni<Response> watch(@PathParam("id") String id) {
        Caller caller = callers.caller();
        JobId job = job(id);
        return EventStream.of(JobEvents.of(() -> pressSettlement.watch(caller, job), Watch.PAUSE));
    }

    private static JobId job(String raw) {
        return new JobId(Input.pathId(raw));
    }
}
