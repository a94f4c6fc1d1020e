package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Workbooks;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.settlement.ExchangeRuns;
import io.motorpool.application.settlement.ExchangeRuns.Taken;
import io.motorpool.application.settlement.ExchangeRuns.Upload;
import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A day's runs as a workbook, for a division that has no live feed. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Runs")
class RunSheetsResource {

    private final ExchangeRuns exchange;
    private final CallerSource callers;

    RunSheetsResource(ExchangeRuns exchange, CallerSource callers) {
        this.exchange = exchange;
        this.callers = callers;
    }

    @Schema(name = "RunSheetTaken")
    record TakenBody(
            @Schema(required = true, minimum = "0", description = "Runs of which something was reported")
            int reported,

            @Schema(required = true, minimum = "0", description = "Rows that say what is known already, or nothing yet")
            int unchanged) {

        static TakenBody of(Taken taken) {
            return new TakenBody(taken.reported(), taken.unchanged());
        }
    }

    @GET
    @Path("/companies/{id}/run-sheet")
    @Produces(Workbooks.MEDIA_TYPE)
    @Operation(
            operationId = "exportRunSheet",
            summary = "A day's runs as a workbook to fill in; taking it in again changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = Workbooks.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> export(@PathParam("id") String id, @QueryParam("serviceDate") @Nullable String serviceDate) {
        LocalDate day = day(serviceDate);
        return Answers.of(
                exchange.export(callers.caller(), new CompanyId(Input.pathId(id)), day),
                workbook -> Workbooks.file("runs-" + day, workbook));
    }

    /** No idempotency key: what says what is known already is left alone (ADR-0044). */
    @POST
    @Path("/companies/{id}/run-sheet")
    @Consumes(Workbooks.MEDIA_TYPE)
    @Operation(
            operationId = "takeRunSheet",
            summary = "Report a day's runs by workbook: all of it, or nothing and every wrong cell named (P12)")
    @RequestBody(
            required = true,
            description = "An .xlsx of at most 5 MiB, 10,000 rows and one sheet, as it was exported for that day",
            content =
                    @Content(
                            mediaType = Workbooks.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = TakenBody.class, responseCode = "200", responseDescription = "What it came to")
    @Refuses(
            conflicts = {"month-closed", "not-possible-for-run"},
            rules = {"cells-refused", "spreadsheet-refused"})
    public Uni<Response> take(
            @PathParam("id") String id,
            @QueryParam("serviceDate") @Nullable String serviceDate,
            @Context HttpServerRequest request) {
        CompanyId company = new CompanyId(Input.pathId(id));
        LocalDate day = day(serviceDate);
        return take(company, day, Workbooks.read(request, ExtraCostWorkbooks.LARGEST));
    }

    Uni<Response> take(CompanyId company, LocalDate day, Uni<byte[]> body) {
        Caller caller = callers.caller();
        return body.chain(
                workbook -> Answers.ok(exchange.take(new Upload(caller, company, day, workbook)), TakenBody::of));
    }

    private static LocalDate day(@Nullable String serviceDate) {
        Input in = new Input();
        return in.build(in.date("serviceDate", serviceDate)::get);
    }
}
