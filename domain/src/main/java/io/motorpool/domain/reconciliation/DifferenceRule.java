package io.motorpool.domain.reconciliation;

import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A difference that somebody has looked into and answers for, for a while: nothing is known for ever without an owner.
 *
 * @param note why the difference is right, 1 to 500 characters
 * @param until from then on it is unexplained again
 */
public record DifferenceRule(RuleId id, UserId owner, About about, String note, Instant from, Instant until) {

    public static final int LONGEST_NOTE = 500;

    public DifferenceRule {
        Text.check("a note", note, LONGEST_NOTE);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a rule that begins at %s ends after %s".formatted(from, until));
        }
    }

    /** What it explains. */
    public sealed interface About {

        /** Every difference of this one field. */
        record OfField(String path) implements About {}

        /**
         * A refusal.
         *
         * @param step absent if it may come from any step
         */
        record OfDecision(String refused, @Nullable ShadowStep step) implements About {}

        /** Every reservation that the legacy system removed. */
        record OfRemoval() implements About {}

        /** Every one whose company or vehicle is not there. */
        record OfMissing(Verdict.Missing missing) implements About {}
    }

    /** The rule, ended then unless it has ended before. */
    public DifferenceRule endedAt(Instant now) {
        Instant end = now.isAfter(from) ? now : from.plusMillis(1);
        return now.isBefore(until) ? new DifferenceRule(id, owner, about, note, from, end) : this;
    }

    public boolean holdsAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** The verdict as it stands at that time: known, if each of its differences is explained by a rule that holds. */
    public static Verdict explained(Verdict verdict, List<DifferenceRule> rules, Instant now) {
        List<DifferenceRule> holding =
                rules.stream().filter(rule -> rule.holdsAt(now)).toList();
        return switch (verdict) {
            case Verdict.FieldDiff(var fields) -> {
                List<Optional<RuleId>> why = fields.stream()
                        .map(field -> first(holding, new About.OfField(field.path())))
                        .toList();
                yield why.stream().allMatch(Optional::isPresent)
                        ? new Verdict.Known(
                                verdict,
                                why.stream()
                                        .flatMap(Optional::stream)
                                        .distinct()
                                        .toList())
                        : verdict;
            }
            case Verdict.DecisionDiff diff ->
                known(
                        verdict,
                        first(holding, new About.OfDecision(diff.refused(), diff.step()))
                                .or(() -> first(holding, new About.OfDecision(diff.refused(), null))));
            case Verdict.ExtraNew _ -> known(verdict, first(holding, new About.OfRemoval()));
            case Verdict.MissingNew(var missing) -> known(verdict, first(holding, new About.OfMissing(missing)));
            case Verdict.Match _, Verdict.Unprocessable _, Verdict.Known _ -> verdict;
        };
    }

    private static Verdict known(Verdict verdict, Optional<RuleId> rule) {
        return rule.<Verdict>map(id -> new Verdict.Known(verdict, List.of(id))).orElse(verdict);
    }

    private static Optional<RuleId> first(List<DifferenceRule> rules, About about) {
        return rules.stream()
                .filter(rule -> rule.about().equals(about))
                .map(DifferenceRule::id)
                .findFirst();
    }
}
