package io.motorpool.adapters.rest.reconciliation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.reconciliation.ReconciliationQueries;
import io.motorpool.application.reconciliation.ReconciliationQueries.RegressionTest;
import io.motorpool.application.reconciliation.UndecodableMessages.Kept;
import io.motorpool.domain.reconciliation.Gate;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far Motorpool agrees with the legacy system, and where it does not. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Reconciliation")
class ReconciliationResource {

    private static final int USUAL_DAYS = 14;
    private static final int USUAL_EVENTS = 10_000;
    private static final int MOST_DAYS = 365;

    private final ReconciliationQueries queries;
    private final CallerSource callers;

    ReconciliationResource(ReconciliationQueries queries, CallerSource callers) {
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "ReconciliationGate")
    record GateBody(
            @Schema(required = true, description = "Whether traffic may move")
            boolean open,

            @Schema(required = true, description = "What keeps it shut")
            List<ObstacleBody> obstacles) {

        static GateBody of(List<Gate.Obstacle> obstacles) {
            return new GateBody(
                    obstacles.isEmpty(),
                    obstacles.stream().map(ObstacleBody::of).toList());
        }
    }

    /** Only the document reads this: a list that is never cut. */
    @Schema(name = "LegacyChangePage")
    record ChangePage(
            @Schema(required = true) List<ChangeBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "RegressionTest")
    record TestBody(
            @Schema(required = true, description = "Of the class")
            String name,

            @Schema(required = true, description = "Of a JUnit test in Java; it names nobody")
            String source) {

        static TestBody of(RegressionTest test) {
            return new TestBody(test.name(), test.source());
        }
    }

    @Schema(name = "UndecodableMessage")
    record UndecodableBody(
            @Schema(required = true, description = "Topic, partition and offset")
            String source,

            @Schema(required = true) String why,

            @Schema(required = true, description = "As it came; at most " + Raw.SHOWN + " characters of it")
            String raw,

            @Schema(required = true) Instant at) {

        static UndecodableBody of(Kept kept) {
            return new UndecodableBody(
                    kept.message().source(),
                    kept.message().why(),
                    Raw.shown(kept.message().raw()),
                    kept.at());
        }
    }

    /** Only the document reads this: a list that is never cut. */
    @Schema(name = "UndecodableMessagePage")
    record UndecodablePage(
            @Schema(required = true) List<UndecodableBody> items,
            @Nullable String nextCursor) {}

    @GET
    @Path("/reconciliation/report")
    @Operation(
            operationId = "getReconciliationReport",
            summary = "How far both systems agree, day by day, with samples of what differs")
    @APIResponseSchema(value = ReportBody.class, responseCode = "200", responseDescription = "The report")
    public Uni<Response> report(@QueryParam("days") @Nullable String days) {
        Input in = new Input();
        Field<Integer> back = days(in, days);
        int reach = in.build(() -> back.optional().orElse(USUAL_DAYS));
        return Answers.ok(queries.report(callers.caller(), reach), ReportBody::of);
    }

    @GET
    @Path("/reconciliation/gate")
    @Operation(
            operationId = "getReconciliationGate",
            summary = "Whether traffic may move",
            description =
                    "Open when there was no unexplained difference in so many days and over at least so many events")
    @APIResponseSchema(value = GateBody.class, responseCode = "200", responseDescription = "The gate")
    public Uni<Response> gate(
            @QueryParam("days") @Nullable String days, @QueryParam("events") @Nullable String events) {
        Input in = new Input();
        Field<Integer> back = days(in, days);
        Field<Integer> atLeast = in.optional("events", events, raw -> positive(Parse.wholeNumber(raw)));
        Gate gate = in.build(() ->
                new Gate(back.optional().orElse(USUAL_DAYS), atLeast.optional().orElse(USUAL_EVENTS)));
        return Answers.ok(queries.gate(callers.caller(), gate), GateBody::of);
    }

    @GET
    @Path("/reconciliation/legacy-reservations/{legacyNumber}")
    @Operation(operationId = "getLegacyVerdict", summary = "What comparing a legacy reservation has shown")
    @APIResponseSchema(value = VerdictBody.class, responseCode = "200", responseDescription = "The verdict")
    public Uni<Response> verdict(@PathParam("legacyNumber") String number) {
        return Answers.ok(queries.verdict(callers.caller(), legacy(number)), VerdictBody::of);
    }

    @GET
    @Path("/reconciliation/legacy-reservations/{legacyNumber}/shortest-history")
    @Operation(
            operationId = "getShortestHistory",
            summary = "The fewest changes that still show the difference",
            description = "Without any one of them both systems agree")
    @APIResponseSchema(value = ChangePage.class, responseCode = "200", responseDescription = "The changes, in order")
    @Refuses(conflicts = "nothing-differs")
    public Uni<Response> shortestHistory(@PathParam("legacyNumber") String number) {
        return Answers.all(queries.shortestHistory(callers.caller(), legacy(number)), ChangeBody::of);
    }

    @GET
    @Path("/reconciliation/legacy-reservations/{legacyNumber}/regression-test")
    @Operation(
            operationId = "getRegressionTest",
            summary = "The same as a test that fails on the difference and passes once it is gone")
    @APIResponseSchema(value = TestBody.class, responseCode = "200", responseDescription = "The test")
    @Refuses(conflicts = "nothing-differs")
    public Uni<Response> regressionTest(@PathParam("legacyNumber") String number) {
        return Answers.ok(queries.regressionTest(callers.caller(), legacy(number)), TestBody::of);
    }

    @GET
    @Path("/reconciliation/undecodable-messages")
    @Operation(operationId = "listUndecodableMessages", summary = "What nobody could understand, the newest first")
    @APIResponseSchema(value = UndecodablePage.class, responseCode = "200", responseDescription = "The messages")
    public Uni<Response> undecodable() {
        return Answers.all(queries.undecodable(callers.caller()), UndecodableBody::of);
    }

    private static Field<Integer> days(Input in, @Nullable String days) {
        return in.optional("days", days, raw -> {
            int read = positive(Parse.wholeNumber(raw));
            if (read > MOST_DAYS) {
                throw new IllegalArgumentException("must be at most " + MOST_DAYS);
            }
            return read;
        });
    }

    private static int positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("must be at least 1");
        }
        return number;
    }

    /** What is no number names nothing. */
    private static LegacyNumber legacy(String raw) {
        return Input.named(raw, LegacyNumber::new);
    }
}
