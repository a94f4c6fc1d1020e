package io.motorpool.adapters.rest.route;

import static io.motorpool.adapters.rest.route.RunBody.RUNS;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.route.ReportRuns;
import io.motorpool.application.route.ReportRuns.News;
import io.motorpool.application.route.ReportRuns.Report;
import io.motorpool.application.route.RouteQueries;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs, and what chauffeurs and operators report of them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Runs")
class RunsResource {

    private final RouteQueries queries;
    private final ReportRuns reports;
    private final CallerSource callers;

    RunsResource(RouteQueries queries, ReportRuns reports, CallerSource callers) {
        this.queries = queries;
        this.reports = reports;
        this.callers = callers;
    }

    @Schema(name = "RunDeparture")
    record LeftBody(
            @Schema(
                    required = true,
                    format = "date-time",
                    description = "Not in the future, nor more than 6 hours away from the timetable",
                    examples = "2026-12-01T07:32:00+09:00")
            @Nullable
            String left) {

        News read() {
            Input in = new Input();
            return in.build(in.required("left", left, Parse::instant).map(News.Left::new)::get);
        }
    }

    @Schema(name = "RunArrival")
    record ArrivedBody(
            @Schema(
                    required = true,
                    format = "date-time",
                    description = "After the departure, by 12 hours at most, and not in the future",
                    examples = "2026-12-01T08:25:00+09:00")
            @Nullable
            String arrived) {

        News read() {
            Input in = new Input();
            return in.build(in.required("arrived", arrived, Parse::instant).map(News.Arrived::new)::get);
        }
    }

    @Schema(name = "RunCompletion")
    record DrivenBody(
            @Schema(required = true, format = "date-time", examples = "2026-12-01T07:32:00+09:00") @Nullable
            String left,

            @Schema(required = true, format = "date-time", examples = "2026-12-01T08:25:00+09:00") @Nullable
            String arrived) {

        News read() {
            Input in = new Input();
            Field<Instant> begin = in.required("left", left, Parse::instant);
            Field<Instant> end = in.required("arrived", arrived, Parse::instant);
            return in.build(() -> new News.Driven(begin.get(), end.get()));
        }
    }

    @Schema(name = "RunCancellation")
    record CancelledBody(
            @Schema(
                    required = true,
                    enumeration = {"COMPANY_REQUEST", "BREAKDOWN", "WEATHER", "NO_CHAUFFEUR"})
            @Nullable
            String cause) {

        News read() {
            Input in = new Input();
            Field<CancellationCause> why = in.oneOf(CancellationCause.class, "cause", cause);
            return in.build(in.made("cause", () -> new News.DidNotTakePlace(why.get()))::get);
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "RunPage")
    record RunPage(
            @Schema(required = true) List<RunBody> items,
            @Nullable String nextCursor) {}

    /** Only the document reads this. */
    @Schema(name = "Runs")
    record RunsBody(@Schema(required = true) List<RunBody> items) {}

    @GET
    @Path("/runs")
    @Operation(operationId = "listRuns", summary = "Runs of one service date")
    @APIResponseSchema(value = RunPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(
            @QueryParam("company") @Nullable String company,
            @QueryParam("serviceDate") @Nullable String serviceDate,
            @BeanParam Paging paging) {
        Input in = new Input();
        Field<CompanyId> whose = in.optional("company", company, Parse::uuid).map(CompanyId::new);
        Field<LocalDate> on = in.date("serviceDate", serviceDate);
        Field<Page.Request> page = paging.read(in);
        LocalDate day = in.build(() -> {
            var _ = page.get();
            return on.get();
        });
        return RUNS.page(queries.runs(callers.caller(), whose.optional(), day, page.get()));
    }

    @GET
    @Path("/me/runs")
    @Operation(
            operationId = "listMyRuns",
            summary = "The runs that the caller drives as a chauffeur on one service date")
    @APIResponseSchema(
            value = RunsBody.class,
            responseCode = "200",
            responseDescription = "Whole, in order of their departure")
    public Uni<Response> own(@QueryParam("serviceDate") @Nullable String serviceDate) {
        Input in = new Input();
        LocalDate day = in.build(in.date("serviceDate", serviceDate)::get);
        return Answers.all(queries.ownRuns(callers.caller(), day), RunBody::of);
    }

    @GET
    @Path("/runs/{id}")
    @Operation(operationId = "getRun", summary = "One run; a chauffeur sees those that they drive")
    @APIResponseSchema(value = RunBody.class, responseCode = "200", responseDescription = "The run")
    public Uni<Response> one(@PathParam("id") String id) {
        return RUNS.one(queries.run(callers.caller(), id(id)));
    }

    @POST
    @Path("/runs/{id}/departure")
    @Operation(operationId = "reportDeparture", summary = "The run has left")
    @APIResponseSchema(value = RunBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {"not-possible-for-run", "month-closed"},
            rules = "departure-implausible",
            forbids = "not-your-run")
    public Uni<Response> left(
            @PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen, @Nullable LeftBody body) {
        Version version = Headers.ifMatch(seen);
        return report(id, version, Input.body(body).read());
    }

    @POST
    @Path("/runs/{id}/arrival")
    @Operation(operationId = "reportArrival", summary = "The run has arrived")
    @APIResponseSchema(value = RunBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {"not-possible-for-run", "month-closed"},
            rules = "arrival-implausible",
            forbids = "not-your-run")
    public Uni<Response> arrived(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ArrivedBody body) {
        Version version = Headers.ifMatch(seen);
        return report(id, version, Input.body(body).read());
    }

    @POST
    @Path("/runs/{id}/completion")
    @Operation(operationId = "reportCompletion", summary = "The run was driven, from its departure to its arrival")
    @APIResponseSchema(value = RunBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {"not-possible-for-run", "month-closed"},
            rules = {"departure-implausible", "arrival-implausible"},
            forbids = "not-your-run")
    public Uni<Response> driven(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable DrivenBody body) {
        Version version = Headers.ifMatch(seen);
        return report(id, version, Input.body(body).read());
    }

    @POST
    @Path("/runs/{id}/cancellation")
    @Operation(operationId = "cancelRun", summary = "The run does not take place, or broke off")
    @APIResponseSchema(value = RunBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {"not-possible-for-run", "month-closed"},
            forbids = "not-your-run")
    public Uni<Response> cancelled(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable CancelledBody body) {
        Version version = Headers.ifMatch(seen);
        return report(id, version, Input.body(body).read());
    }

    @POST
    @Path("/runs/{id}/annulment")
    @Operation(
            operationId = "annulRun",
            summary = "The run was reported as driven by mistake",
            description = "What was charged for it is credited")
    @APIResponseSchema(value = RunBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(
            conflicts = {"not-possible-for-run", "month-closed"},
            forbids = "not-your-run")
    public Uni<Response> annulled(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        return report(id, Headers.ifMatch(seen), new News.ReportedByMistake());
    }

    private Uni<Response> report(String id, Version seen, News news) {
        return RUNS.one(reports.report(new Report(callers.caller(), id(id), seen, news)));
    }

    private static RunId id(String raw) {
        return new RunId(Input.pathId(raw));
    }
}
