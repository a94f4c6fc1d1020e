package io.motorpool.adapters.rest.reconciliation;

import io.motorpool.application.reconciliation.Verdicts.Compared;
import io.motorpool.domain.reconciliation.RuleId;
import io.motorpool.domain.reconciliation.ShadowStep;
import io.motorpool.domain.reconciliation.Verdict;
import io.motorpool.domain.reconciliation.Verdict.FieldDifference;
import io.motorpool.domain.reconciliation.Verdict.Missing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comparing one legacy reservation has shown, as it stands now. */
@Schema(name = "LegacyVerdict")
record VerdictBody(
        @Schema(required = true, description = "Of the legacy reservation")
        String number,

        @Schema(required = true) Verdict.Kind kind,

        @Schema(
                required = true,
                description = "The same for whatever differs in the same way, and explained by the same rules",
                examples = "DECISION_DIFF RESERVE VehicleTaken")
        String signature,

        @Schema(required = true, description = "Field by field, where both decided the same")
        List<FieldDifferenceBody> fields,

        @Schema(description = "What the legacy system did and Motorpool would have refused") @Nullable
        DecisionBody decision,

        @Schema(description = "What Motorpool does not know") @Nullable
        Missing missing,

        @Schema(description = "Why the legacy row makes no sense") @Nullable
        UnreadableBody unreadable,

        @Schema(required = true, description = "The rules that explain it, where it is known")
        List<UUID> rules,

        @Schema(required = true, minimum = "1", description = "On how many changes of its own it rests")
        int events,

        @Schema(required = true, description = "When it changed last in the legacy system")
        Instant changedAt,

        @Schema(required = true) Instant comparedAt) {

    @Schema(name = "LegacyFieldDifference")
    record FieldDifferenceBody(
            @Schema(required = true, examples = "/driver") String path,
            @Schema(required = true) String legacy,
            @Schema(required = true) String motorpool) {

        static FieldDifferenceBody of(FieldDifference difference) {
            return new FieldDifferenceBody(difference.path(), difference.legacy(), difference.motorpool());
        }
    }

    @Schema(name = "LegacyDecision")
    record DecisionBody(
            @Schema(required = true) ShadowStep step,

            @Schema(required = true, description = "What the refusal is called", examples = "VehicleTaken")
            String refused,

            @Schema(required = true, description = "What it says, with ids and times")
            String detail,

            @Schema(required = true, description = "Which change it was")
            PositionBody position) {}

    @Schema(name = "LegacyUnreadable")
    record UnreadableBody(
            @Schema(required = true) String why,

            @Schema(required = true, description = "As it came; at most " + Raw.SHOWN + " characters of it")
            String raw) {}

    static VerdictBody of(Compared compared) {
        Verdict verdict = compared.verdict();
        return switch (verdict) {
            case Verdict.Known(var difference, var rules) -> of(compared, difference, rules);
            case Verdict.Match _,
                    Verdict.FieldDiff _,
                    Verdict.DecisionDiff _,
                    Verdict.MissingNew _,
                    Verdict.ExtraNew _,
                    Verdict.Unprocessable _ -> of(compared, verdict, List.of());
        };
    }

    private static VerdictBody of(Compared compared, Verdict difference, List<RuleId> rules) {
        return new VerdictBody(
                compared.number().value(),
                compared.verdict().kind(),
                difference.signature(),
                difference instanceof Verdict.FieldDiff(var fields)
                        ? fields.stream().map(FieldDifferenceBody::of).toList()
                        : List.of(),
                difference instanceof Verdict.DecisionDiff(var position, var step, var refused, var detail)
                        ? new DecisionBody(step, refused, detail, PositionBody.of(position))
                        : null,
                difference instanceof Verdict.MissingNew(var missing) ? missing : null,
                difference instanceof Verdict.Unprocessable(var image)
                        ? new UnreadableBody(image.why(), Raw.shown(image.raw()))
                        : null,
                rules.stream().map(RuleId::value).toList(),
                compared.events(),
                compared.changedAt(),
                compared.comparedAt());
    }
}
