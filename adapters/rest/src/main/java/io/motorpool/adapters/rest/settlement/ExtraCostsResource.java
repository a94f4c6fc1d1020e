package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.EventStream;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Workbooks;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.settlement.EditExtraCosts;
import io.motorpool.application.settlement.EditExtraCosts.Imported;
import io.motorpool.application.settlement.ExchangeExtraCosts;
import io.motorpool.application.settlement.ExchangeExtraCosts.Upload;
import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A company's special requests, which come and go as workbooks. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Extra costs")
class ExtraCostsResource {

    private final EditExtraCosts editExtraCosts;
    private final ExchangeExtraCosts exchangeExtraCosts;
    private final CallerSource callers;
    private final OnceOnly onceOnly;

    ExtraCostsResource(
            EditExtraCosts editExtraCosts,
            ExchangeExtraCosts exchangeExtraCosts,
            CallerSource callers,
            OnceOnly onceOnly) {
        this.editExtraCosts = editExtraCosts;
        this.exchangeExtraCosts = exchangeExtraCosts;
        this.callers = callers;
        this.onceOnly = onceOnly;
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "ExtraCostPage")
    record ExtraCostPage(
            @Schema(required = true) List<ExtraCostBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "ExtraCostsImported")
    record ImportedBody(
            @Schema(required = true, minimum = "0") int added,
            @Schema(required = true, minimum = "0") int changed,

            @Schema(required = true, minimum = "0", description = "Said already what they say")
            int unchanged,

            @Schema(required = true, description = "Whether this very file was the last that was imported")
            boolean sameFile) {

        static ImportedBody of(Imported imported) {
            return new ImportedBody(imported.added(), imported.changed(), imported.unchanged(), imported.sameFile());
        }
    }

    /** What is compared when the same key comes again. */
    private record Sent(CompanyId company, YearMonth month, String digest) {}

    @GET
    @Path("/extra-costs-template")
    @Produces(Workbooks.MEDIA_TYPE)
    @Operation(operationId = "getExtraCostsTemplate", summary = "A workbook to begin with")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = Workbooks.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> template() {
        return Answers.of(
                exchangeExtraCosts.template(callers.caller()),
                workbook -> Workbooks.file("extra-costs-template", workbook));
    }

    @GET
    @Path("/companies/{id}/extra-costs/{month}")
    @Operation(operationId = "listExtraCosts", summary = "Extra costs of a month, in order of their ids")
    @APIResponseSchema(value = ExtraCostPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@PathParam("id") String id, @PathParam("month") String month, @BeanParam Paging paging) {
        Page.Request page = paging.request();
        return Answers.page(
                editExtraCosts
                        .export(callers.caller(), company(id), Months.inPath(month))
                        .map(decision -> decision.map(all -> page(all, page))),
                ExtraCostBody::of);
    }

    /** A month's costs are read as a whole, like everywhere else: they are a sheet. */
    private static Page<ExtraCost> page(List<ExtraCost> all, Page.Request request) {
        Comparator<UUID> order = Comparator.comparing(UUID::toString);
        List<ExtraCost> oneMore = all.stream()
                .filter(cost -> request.after()
                        .filter(cursor -> order.compare(cost.id().value(), cursor.id()) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(cost -> cost.id().value(), order))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(oneMore, request, cost -> new Page.Cursor(null, cost.id().value()));
    }

    @DELETE
    @Path("/companies/{id}/extra-costs/{month}/lines/{cost}")
    @Operation(operationId = "removeExtraCost", summary = "Take one extra cost out")
    @APIResponse(responseCode = "204", description = "It is gone")
    @Refuses(conflicts = {"month-closed", "not-possible-for-settlement", "month-reversed"})
    public Uni<Response> remove(
            @PathParam("id") String id, @PathParam("month") String month, @PathParam("cost") String cost) {
        return Answers.of(
                editExtraCosts.remove(
                        callers.caller(), company(id), Months.inPath(month), new ExtraCostId(Input.pathId(cost))),
                _ -> Response.noContent().build());
    }

    @GET
    @Path("/companies/{id}/extra-costs/{month}/workbook")
    @Produces(Workbooks.MEDIA_TYPE)
    @Operation(
            operationId = "exportExtraCosts",
            summary = "Extra costs of a month as a workbook; taking it in again changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = Workbooks.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> export(@PathParam("id") String id, @PathParam("month") String month) {
        YearMonth of = Months.inPath(month);
        return Answers.of(
                exchangeExtraCosts.export(callers.caller(), company(id), of),
                workbook -> Workbooks.file("extra-costs-" + of, workbook));
    }

    @POST
    @Path("/companies/{id}/extra-costs/{month}/workbook")
    @Consumes(Workbooks.MEDIA_TYPE)
    @Operation(
            operationId = "importExtraCosts",
            summary = "Take a workbook in: all of it, or nothing and every wrong cell named (P12)")
    @RequestBody(
            required = true,
            description = "An .xlsx of at most 5 MiB, 10,000 rows and one sheet, made from the template",
            content =
                    @Content(
                            mediaType = Workbooks.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = ImportedBody.class, responseCode = "200", responseDescription = "What it came to")
    @Refuses(
            conflicts = {"month-closed", "not-possible-for-settlement", "month-reversed", "request-in-flight"},
            rules = {"cells-refused", "spreadsheet-refused", "idempotency-key-reused"})
    public Uni<Response> take(
            @PathParam("id") String id,
            @PathParam("month") String month,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Context HttpServerRequest request) {
        return take(id, month, key, Workbooks.read(request, ExtraCostWorkbooks.LARGEST));
    }

    Uni<Response> take(String id, String month, @Nullable String key, Uni<byte[]> body) {
        Caller caller = callers.caller();
        String idempotencyKey = Headers.idempotencyKey(key);
        CompanyId company = company(id);
        YearMonth of = Months.inPath(month);
        return body.chain(workbook -> onceOnly.answer(
                caller,
                "POST /api/v1/companies/{id}/extra-costs/{month}/workbook",
                idempotencyKey,
                new Sent(company, of, digest(workbook)),
                () -> Answers.ok(
                        exchangeExtraCosts.take(new Upload(caller, company, of, workbook)), ImportedBody::of)));
    }

    /** No idempotency key: a stream cannot be kept to be given again, and the same file twice is recognised by its digest. */
    @POST
    @Path("/companies/{id}/extra-costs/{month}/workbook-import")
    @Consumes(Workbooks.MEDIA_TYPE)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchImportOfExtraCosts",
            summary = "The same for a large workbook, with its progress as server-sent events")
    @RequestBody(
            required = true,
            description = "An .xlsx of at most 5 MiB, 10,000 rows and one sheet, made from the template",
            content =
                    @Content(
                            mediaType = Workbooks.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "Each event's data is one of these, as JSON; the last says what it came to",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportEventBody.class)))
    @Refuses(
            conflicts = {"month-closed", "not-possible-for-settlement", "month-reversed"},
            rules = {"cells-refused", "spreadsheet-refused"})
    public Uni<Response> watch(
            @PathParam("id") String id, @PathParam("month") String month, @Context HttpServerRequest request) {
        return EventStream.of(watch(id, month, Workbooks.read(request, ExtraCostWorkbooks.LARGEST)));
    }

    Multi<ImportEventBody> watch(String id, String month, Uni<byte[]> body) {
        Caller caller = callers.caller();
        CompanyId company = company(id);
        YearMonth of = Months.inPath(month);
        return ImportEvents.of(progress ->
                body.chain(workbook -> exchangeExtraCosts.take(new Upload(caller, company, of, workbook), progress)));
    }

    private static CompanyId company(String raw) {
        return new CompanyId(Input.pathId(raw));
    }

    private static String digest(byte[] workbook) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(workbook));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
