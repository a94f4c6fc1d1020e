package io.motorpool.adapters.rest.reconciliation;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.reconciliation.ExplainDifferences;
import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.DifferenceRule.About;
import io.motorpool.domain.reconciliation.RuleId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who answers for which difference, and until when. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Reconciliation")
class DifferenceRulesResource {

    private final ExplainDifferences explain;
    private final CallerSource callers;

    DifferenceRulesResource(ExplainDifferences explain, CallerSource callers) {
        this.explain = explain;
        this.callers = callers;
    }

    @Schema(name = "ExplainDifference")
    record ExplainBody(
            @Schema(
                    required = true,
                    pattern = About.FORM,
                    description =
                            "What is right although it differs, as signatures say it: one field, a refusal in one step or"
                                    + " in any, whatever was removed, whatever misses its company or vehicle",
                    examples = "DECISION_DIFF RESERVE VehicleTaken")
            @Nullable
            String about,

            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = DifferenceRule.LONGEST_NOTE,
                    description = "Why it is right")
            @Nullable
            String note,

            @Schema(
                    required = true,
                    format = "date-time",
                    description = "From then on it is unexplained again",
                    examples = "2027-06-30T23:59:59+09:00")
            @Nullable
            String until) {

        private record Explanation(About about, String note, Instant until) {}

        Explanation read() {
            Input in = new Input();
            Field<About> what = in.required("about", about, About::named);
            Field<String> why = in.text("note", note, DifferenceRule.LONGEST_NOTE);
            Field<Instant> end = in.required("until", until, Parse::instant);
            return in.build(() -> new Explanation(what.get(), why.get(), end.get()));
        }
    }

    @Schema(name = "DifferenceRule")
    record RuleBody(
            @Schema(required = true) UUID id,

            @Schema(required = true, description = "The user who answers for it")
            UUID owner,

            @Schema(required = true, pattern = About.FORM) String about,
            @Schema(required = true) String note,
            @Schema(required = true) Instant from,
            @Schema(required = true) Instant until) {

        static RuleBody of(DifferenceRule rule) {
            return new RuleBody(
                    rule.id().value(),
                    rule.owner().value(),
                    rule.about().name(),
                    rule.note(),
                    rule.from(),
                    rule.until());
        }
    }

    /** Only the document reads this: a list that is never cut. */
    @Schema(name = "DifferenceRulePage")
    record RulePage(
            @Schema(required = true) List<RuleBody> items,
            @Nullable String nextCursor) {}

    @GET
    @Path("/reconciliation/difference-rules")
    @Operation(operationId = "listDifferenceRules", summary = "All rules, also those whose time is over")
    @APIResponseSchema(value = RulePage.class, responseCode = "200", responseDescription = "The rules")
    public Uni<Response> list() {
        return Answers.all(explain.rules(callers.caller()), RuleBody::of);
    }

    @POST
    @Path("/reconciliation/difference-rules")
    @Operation(
            operationId = "explainDifference",
            summary = "Answer for a difference, in one's own name and for a while",
            description = "It takes effect at once, also on what was compared before")
    @APIResponseSchema(value = RuleBody.class, responseCode = "201", responseDescription = "The rule")
    @Refuses(rules = "rule-is-over")
    public Uni<Response> explain(@Nullable ExplainBody body) {
        ExplainBody.Explanation said = Input.body(body).read();
        return Answers.added(explain.explain(callers.caller(), said.about(), said.note(), said.until()), RuleBody::of);
    }

    @POST
    @Path("/reconciliation/difference-rules/{id}/withdrawal")
    @Operation(operationId = "withdrawDifferenceRule", summary = "Let a rule end now")
    @APIResponseSchema(value = RuleBody.class, responseCode = "200", responseDescription = "As it is now")
    public Uni<Response> withdraw(@PathParam("id") String id) {
        RuleId rule = new RuleId(Input.pathId(id));
        return Answers.ok(explain.withdraw(callers.caller(), rule), RuleBody::of);
    }
}
