package io.motorpool.adapters.rest.drivinglog;

import static io.motorpool.adapters.rest.drivinglog.LogExportBody.EXPORTS;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.EventStream;
import io.motorpool.adapters.rest.FileStream;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Watch;
import io.motorpool.adapters.rest.Workbooks;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.adapters.rest.drivinglog.TaxPeriods.PeriodBody;
import io.motorpool.application.drivinglog.ExportDrivingLog;
import io.motorpool.application.drivinglog.ExportId;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A company's workbook: asked for, watched while it is made, and fetched. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Driving log")
class LogExportsResource {

    private final ExportDrivingLog exportDrivingLog;
    private final CallerSource callers;

    LogExportsResource(ExportDrivingLog exportDrivingLog, CallerSource callers) {
        this.exportDrivingLog = exportDrivingLog;
        this.callers = callers;
    }

    /** No idempotency key: an export changes nothing, and the same facts make the same file. */
    @POST
    @Path("/companies/{id}/driving-log-exports")
    @Operation(
            operationId = "exportDrivingLog",
            summary = "Have the company's workbook made, one sheet for each vehicle; it answers with a job")
    @APIResponseSchema(value = LogExportBody.class, responseCode = "201", responseDescription = "Asked for")
    public Uni<Response> request(@PathParam("id") String id, @Nullable PeriodBody body) {
        TaxPeriod period = Input.body(body).period();
        CompanyId company = new CompanyId(Input.pathId(id));
        return EXPORTS.created(exportDrivingLog.request(callers.caller(), company, period));
    }

    @GET
    @Path("/driving-log-exports/{id}")
    @Operation(operationId = "getDrivingLogExport", summary = "Whether a workbook is ready, or why there is none")
    @APIResponseSchema(value = LogExportBody.class, responseCode = "200", responseDescription = "The job")
    public Uni<Response> one(@PathParam("id") String id) {
        return EXPORTS.one(exportDrivingLog.watch(callers.caller(), export(id)));
    }

    @GET
    @Path("/driving-log-exports/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchDrivingLogExport",
            summary = "The same as server-sent events, until there is an outcome; ask again after ten minutes")
    @APIResponse(
            responseCode = "200",
            description = "Each event's data is one of these, as JSON",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = LogExportBody.class)))
    public Uni<Response> watch(@PathParam("id") String id) {
        Caller caller = callers.caller();
        ExportId export = export(id);
        return EventStream.of(new Watch(Watch.PAUSE)
                .changes(() -> exportDrivingLog.watch(caller, export), LogExportBody::isDone)
                .map(LogExportBody::of));
    }

    @GET
    @Path("/driving-log-exports/{id}/workbook")
    @Produces(Workbooks.MEDIA_TYPE)
    @Operation(
            operationId = "fetchDrivingLog",
            summary = "The official form in Korean; of a closed period always the bytes that were handed in")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = Workbooks.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Refuses(conflicts = "export-not-ready")
    public Uni<Response> workbook(@PathParam("id") String id) {
        return Answers.of(
                exportDrivingLog.fetch(callers.caller(), export(id)),
                fetched -> Workbooks.file(
                        "driving-log-%s-%s"
                                .formatted(
                                        fetched.period().from(),
                                        fetched.period().until()),
                        FileStream.of(fetched.bytes(), fetched.parts()::next)));
    }

    private static ExportId export(String raw) {
        return new ExportId(Input.pathId(raw));
    }
}
