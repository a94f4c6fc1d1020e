package io.motorpool.domain.reconciliation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.reconciliation.ReconciliationRefusal.RuleIsOver;
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

    /** One that begins now. */
    public static Decision<DifferenceRule, ReconciliationRefusal> beginning(
            RuleId id, UserId owner, About about, String note, Instant now, Instant until) {
        return now.isBefore(until)
                ? Decision.accept(new DifferenceRule(id, owner, about, note, now, until))
                : Decision.refuse(new RuleIsOver(now));
    }

    /** What it explains. Its name is what the signature of such a verdict says, or that without the step. */
    public sealed interface About {

        /** What a name looks like, for people and documents. */
        String FORM = "^(FIELD_DIFF /[A-Za-z0-9-]{1,60}|DECISION_DIFF ([A-Z_]{1,30} )?[A-Z][A-Za-z]{0,59}|EXTRA_NEW"
                + "|MISSING_NEW (COMPANY|VEHICLE))$";

        String name();

        /** The opposite of its name. */
        static About named(String name) {
            if (!name.matches(FORM)) {
                throw new IllegalArgumentException("must be the signature of a difference");
            }
            String[] words = name.split(" ");
            return switch (Verdict.Kind.valueOf(words[0])) {
                case FIELD_DIFF -> new OfField(words[1]);
                case DECISION_DIFF ->
                    words.length == 2
                            ? new OfDecision(words[1], null)
                            : new OfDecision(words[2], ShadowStep.valueOf(words[1]));
                case EXTRA_NEW -> new OfRemoval();
                case MISSING_NEW -> new OfMissing(Verdict.Missing.valueOf(words[1]));
                case MATCH, KNOWN_DIFFERENCE, UNPROCESSABLE ->
                    throw new IllegalArgumentException("must be the signature of a difference");
            };
        }

        /** Every difference of this one field. */
        record OfField(String path) implements About {
            @Override
            public String name() {
                return "%s %s".formatted(Verdict.Kind.FIELD_DIFF, path);
            }
        }

        /**
         * A refusal.
         *
         * @param step absent if it may come from any step
         */
        record OfDecision(String refused, @Nullable ShadowStep step) implements About {
            @Override
            public String name() {
                return step == null
                        ? "%s %s".formatted(Verdict.Kind.DECISION_DIFF, refused)
                        : "%s %s %s".formatted(Verdict.Kind.DECISION_DIFF, step, refused);
            }
        }

        /** Every reservation that the legacy system removed. */
        record OfRemoval() implements About {
            @Override
            public String name() {
                return Verdict.Kind.EXTRA_NEW.name();
            }
        }

        /** Every one whose company or vehicle is not there. */
        record OfMissing(Verdict.Missing missing) implements About {
            @Override
            public String name() {
                return "%s %s".formatted(Verdict.Kind.MISSING_NEW, missing);
            }
        }
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
