package io.motorpool.adapters.rest.settlement;

import static io.motorpool.adapters.rest.settlement.SettlementBody.SETTLEMENTS;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.Workbooks;
import io.motorpool.application.settlement.ExportStatement;
import io.motorpool.application.settlement.SettlementQueries;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Settlements, what they say, and why. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Settlement")
class SettlementsResource {

    private final SettlementQueries queries;
    private final ExportStatement exportStatement;
    private final CallerSource callers;

    SettlementsResource(SettlementQueries queries, ExportStatement exportStatement, CallerSource callers) {
        this.queries = queries;
        this.exportStatement = exportStatement;
        this.callers = callers;
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "SettlementPage")
    record SettlementPage(
            @Schema(required = true) List<SettlementBody> items,
            @Nullable String nextCursor) {}

    /** What to search for; whatever is absent does not narrow the search. */
    record Search(
            @QueryParam("company") @Nullable String company,
            @QueryParam("month") @Nullable String month) {}

    @GET
    @Path("/settlements")
    @Operation(operationId = "listSettlements", summary = "Settlements, in order of their ids")
    @APIResponseSchema(value = SettlementPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@BeanParam Search search, @BeanParam Paging paging) {
        Input in = new Input();
        Field<CompanyId> company =
                in.optional("company", search.company(), Parse::uuid).map(CompanyId::new);
        Field<YearMonth> month = in.optional("month", search.month(), Parse::month);
        Page.Request page = in.build(paging.read(in)::get);
        return SETTLEMENTS.page(queries.settlements(callers.caller(), company.optional(), month.optional(), page));
    }

    @GET
    @Path("/settlements/{id}")
    @Operation(operationId = "getSettlement", summary = "One settlement, and where its billing stands")
    @APIResponseSchema(value = SettlementBody.class, responseCode = "200", responseDescription = "The settlement")
    public Uni<Response> one(@PathParam("id") String id) {
        return SETTLEMENTS.one(queries.settlement(callers.caller(), id(id)));
    }

    @GET
    @Path("/settlements/{id}/statement")
    @Operation(
            operationId = "getStatement",
            summary = "Line by line: before confirmation what it would say now, afterwards what it says for ever")
    @APIResponseSchema(value = StatementBody.class, responseCode = "200", responseDescription = "The statement")
    public Uni<Response> statement(@PathParam("id") String id) {
        return Answers.ok(queries.statement(callers.caller(), id(id)), StatementBody::of);
    }

    @GET
    @Path("/settlements/{id}/statement-workbook")
    @Produces(Workbooks.MEDIA_TYPE)
    @Operation(
            operationId = "exportStatement",
            summary = "The statement as an Excel workbook in Korean; of a confirmed settlement always the same bytes")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = Workbooks.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> workbook(@PathParam("id") String id) {
        return Answers.of(
                exportStatement.export(callers.caller(), id(id)),
                exported -> Workbooks.file(exported.number().value(), exported.workbook()));
    }

    @GET
    @Path("/settlements/{id}/runs/{run}/explanation")
    @Operation(
            operationId = "explainRun",
            summary = "Why the company pays for this run: run, vehicle contract, rate version, snapshot")
    @APIResponseSchema(value = ExplanationBody.class, responseCode = "200", responseDescription = "The explanation")
    public Uni<Response> explain(@PathParam("id") String id, @PathParam("run") String run) {
        return Answers.ok(queries.explain(callers.caller(), id(id), new RunId(Input.pathId(run))), ExplanationBody::of);
    }

    private static SettlementId id(String raw) {
        return new SettlementId(Input.pathId(raw));
    }
}
