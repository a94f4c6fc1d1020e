package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.application.route.RouteQueries;
import io.motorpool.application.route.UnpricedRun;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Price;
import io.motorpool.domain.route.RouteId;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of prices: which would differ today, and which runs have none. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Prices")
class PricesResource {

    private final RouteQueries queries;
    private final CallerSource callers;

    PricesResource(RouteQueries queries, CallerSource callers) {
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "Price")
    record PriceBody(
            @Schema(required = true, minimum = "1", description = "Which of the route's rates says so")
            int rateVersion,

            @Schema(required = true, minimum = "1") long won) {

        static PriceBody of(Price price) {
            return new PriceBody(price.rateVersion(), price.money().won());
        }
    }

    @Schema(
            name = "PriceDrift",
            description = "A captured price that differs from what the rates say today; it stays as it is")
    record DriftBody(
            @Schema(required = true) UUID run,
            @Schema(required = true) LocalDate serviceDate,
            @Schema(required = true) PriceBody captured,
            @Schema(required = true) PriceBody today) {

        static DriftBody of(Drift drift) {
            return new DriftBody(
                    drift.run().value(),
                    drift.serviceDate(),
                    PriceBody.of(drift.captured()),
                    PriceBody.of(drift.today()));
        }
    }

    /** Only the document reads this. */
    @Schema(name = "PriceDrifts")
    record DriftsBody(@Schema(required = true) List<DriftBody> items) {}

    @Schema(
            name = "UnpricedRun",
            description = "A completed run without a price; it keeps its month from being confirmed")
    record UnpricedBody(
            @Schema(required = true) UUID run,
            @Schema(required = true) UUID route,
            @Schema(required = true) UUID slot,
            @Schema(required = true) Instant departure,
            @Schema(required = true) LocalDate serviceDate,

            @Schema(
                    required = true,
                    description = "What has to be looked after: a vehicle contract that covers it, or a rate")
            UnpricedRun.Lack lacks) {

        static UnpricedBody of(UnpricedRun run) {
            return new UnpricedBody(
                    run.plan().id().value(),
                    run.plan().route().value(),
                    run.plan().slot().value(),
                    run.plan().departure(),
                    run.plan().serviceDate(),
                    run.lack());
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "UnpricedRunPage")
    record UnpricedPage(
            @Schema(required = true) List<UnpricedBody> items,
            @Nullable String nextCursor) {}

    @GET
    @Path("/routes/{id}/price-drift")
    @Operation(operationId = "getPriceDrift", summary = "Captured prices of a month that would differ today")
    @APIResponseSchema(
            value = DriftsBody.class,
            responseCode = "200",
            responseDescription = "Whole, in order of the runs' departure")
    public Uni<Response> drift(
            @PathParam("id") String id, @Parameter(required = true) @QueryParam("month") @Nullable String month) {
        Input in = new Input();
        YearMonth asked = in.build(in.required("month", month, Parse::month)::get);
        return Answers.all(queries.drift(callers.caller(), new RouteId(Input.pathId(id)), asked), DriftBody::of);
    }

    @GET
    @Path("/companies/{id}/unpriced-runs")
    @Operation(operationId = "listUnpricedRuns", summary = "Completed runs of a month that have no price, and why")
    @APIResponseSchema(value = UnpricedPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> unpriced(
            @PathParam("id") String id,
            @Parameter(required = true) @QueryParam("month") @Nullable String month,
            @BeanParam Paging paging) {
        Input in = new Input();
        Field<YearMonth> asked = in.required("month", month, Parse::month);
        Field<Page.Request> page = paging.read(in);
        Page.Request wanted = in.build(() -> {
            var _ = asked.get();
            return page.get();
        });
        var company = new CompanyId(Input.pathId(id));
        return Answers.page(queries.unpriced(callers.caller(), company, asked.get(), wanted), UnpricedBody::of);
    }
}
