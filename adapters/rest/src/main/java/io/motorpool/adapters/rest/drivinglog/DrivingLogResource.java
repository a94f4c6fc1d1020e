package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.adapters.rest.drivinglog.LogClosingBody.ClosingsPage;
import io.motorpool.adapters.rest.drivinglog.LogEntryBody.EntriesPage;
import io.motorpool.adapters.rest.drivinglog.LogEntryBody.OpenBody;
import io.motorpool.adapters.rest.drivinglog.LogEntryBody.ReviewsPage;
import io.motorpool.adapters.rest.drivinglog.LogFactBody.FactsPage;
import io.motorpool.adapters.rest.drivinglog.TaxPeriods.Asked;
import io.motorpool.adapters.rest.drivinglog.TaxPeriods.PeriodBody;
import io.motorpool.application.drivinglog.CloseDrivingLog;
import io.motorpool.application.drivinglog.DrivingLogQueries;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the driving log says, and when it is what was handed in. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Driving log")
class DrivingLogResource {

    private final DrivingLogQueries queries;
    private final CloseDrivingLog closeDrivingLog;
    private final CallerSource callers;

    DrivingLogResource(DrivingLogQueries queries, CloseDrivingLog closeDrivingLog, CallerSource callers) {
        this.queries = queries;
        this.closeDrivingLog = closeDrivingLog;
        this.callers = callers;
    }

    @GET
    @Path("/companies/{id}/driving-log")
    @Operation(
            operationId = "reportDrivingLog",
            summary = "Where every reservation of the period stands, vehicle by vehicle, and that it adds up")
    @APIResponseSchema(value = LogReportBody.class, responseCode = "200", responseDescription = "The report")
    public Uni<Response> report(@PathParam("id") String id, @BeanParam Asked asked) {
        CompanyId company = company(id);
        return Answers.ok(queries.report(callers.caller(), company, asked.period()), LogReportBody::of);
    }

    @GET
    @Path("/companies/{id}/driving-log-reviews")
    @Operation(operationId = "listDrivingLogReviews", summary = "What somebody has to decide, the oldest first")
    @APIResponseSchema(value = ReviewsPage.class, responseCode = "200", responseDescription = "All of them")
    public Uni<Response> reviews(@PathParam("id") String id, @BeanParam Asked asked) {
        CompanyId company = company(id);
        return Answers.all(queries.reviews(callers.caller(), company, asked.period()), OpenBody::of);
    }

    @GET
    @Path("/vehicles/{id}/driving-log")
    @Operation(
            operationId = "getDrivingLogSheet",
            summary = "The official form of one vehicle; what was handed in of a closed period is its workbook")
    @APIResponseSchema(value = LogSheetBody.class, responseCode = "200", responseDescription = "The sheet")
    public Uni<Response> sheet(@PathParam("id") String id, @BeanParam Asked asked) {
        VehicleId vehicle = vehicle(id);
        return Answers.ok(queries.sheet(callers.caller(), vehicle, asked.period()), LogSheetBody::of);
    }

    @GET
    @Path("/vehicles/{id}/driving-log-entries")
    @Operation(
            operationId = "listDrivingLogEntries",
            summary = "Every entry of the vehicle, also those that are no rows, each with the reason")
    @APIResponseSchema(value = EntriesPage.class, responseCode = "200", responseDescription = "All of them")
    public Uni<Response> entries(@PathParam("id") String id, @BeanParam Asked asked) {
        VehicleId vehicle = vehicle(id);
        return Answers.all(queries.entries(callers.caller(), vehicle, asked.period()), LogEntryBody::of);
    }

    @GET
    @Path("/vehicles/{id}/driving-log-facts")
    @Operation(operationId = "listDrivingLogFacts", summary = "What was said about the vehicle's log, with the reasons")
    @APIResponseSchema(value = FactsPage.class, responseCode = "200", responseDescription = "All of them")
    public Uni<Response> facts(@PathParam("id") String id) {
        return Answers.all(queries.facts(callers.caller(), vehicle(id)), LogFactBody::of);
    }

    @GET
    @Path("/companies/{id}/driving-log-closings")
    @Operation(operationId = "listDrivingLogClosings", summary = "Which periods are closed, with the workbooks' hashes")
    @APIResponseSchema(value = ClosingsPage.class, responseCode = "200", responseDescription = "All of them")
    public Uni<Response> closings(@PathParam("id") String id) {
        return Answers.all(queries.closings(callers.caller(), company(id)), LogClosingBody::of);
    }

    /** No idempotency key: a day is closed once, and whoever asks again is told that it is. */
    @POST
    @Path("/companies/{id}/driving-log-closings")
    @Operation(
            operationId = "closeDrivingLog",
            summary = "Close the period: the workbook as it is now is kept, and nothing can be said about it any more")
    @APIResponseSchema(value = LogClosingBody.class, responseCode = "201", responseDescription = "Closed")
    @Refuses(
            conflicts = {
                "tax-period-not-over",
                "log-closed",
                "reviews-open",
                "odometers-block",
                "nothing-to-log",
                "log-changed-meanwhile"
            })
    public Uni<Response> close(@PathParam("id") String id, @Nullable PeriodBody body) {
        TaxPeriod period = Input.body(body).period();
        CompanyId company = company(id);
        return Answers.added(closeDrivingLog.close(callers.caller(), company, period), LogClosingBody::of);
    }

    private static CompanyId company(String raw) {
        return new CompanyId(Input.pathId(raw));
    }

    private static VehicleId vehicle(String raw) {
        return new VehicleId(Input.pathId(raw));
    }
}
