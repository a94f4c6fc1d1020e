package io.motorpool.domain.reconciliation;

import io.motorpool.domain.reservation.ReservationRefusal;
import java.util.List;
import java.util.stream.Collectors;

/** What comparing one reservation has shown. */
public sealed interface Verdict {

    Kind kind();

    /** What rules about differences look at: two verdicts with the same signature are explained by the same rules. */
    default String signature() {
        return switch (this) {
            case FieldDiff(var fields) ->
                fields.stream().map(FieldDifference::path).sorted().collect(Collectors.joining(",", kind() + " ", ""));
            case DecisionDiff diff -> "%s %s %s".formatted(kind(), diff.step(), diff.refused());
            case MissingNew(var missing) -> "%s %s".formatted(kind(), missing);
            case Known(var difference, var _) -> difference.signature();
            case Match _, ExtraNew _, Unprocessable _ -> kind().name();
        };
    }

    /** What a verdict is called where verdicts are counted. */
    enum Kind {
        MATCH,
        KNOWN_DIFFERENCE,
        FIELD_DIFF,
        DECISION_DIFF,
        MISSING_NEW,
        EXTRA_NEW,
        UNPROCESSABLE;

        /** Whether somebody has to find out why before traffic can move. */
        public boolean isUnexplained() {
            return this != MATCH && this != KNOWN_DIFFERENCE;
        }
    }

    /** Both decided the same, and say the same. */
    record Match() implements Verdict {
        @Override
        public Kind kind() {
            return Kind.MATCH;
        }
    }

    /** They differ, and somebody answers for it. */
    record Known(Verdict difference, List<RuleId> rules) implements Verdict {
        public Known {
            rules = List.copyOf(rules);
        }

        @Override
        public Kind kind() {
            return Kind.KNOWN_DIFFERENCE;
        }
    }

    /** Both decided the same, and say different things afterwards. */
    record FieldDiff(List<FieldDifference> fields) implements Verdict {
        public FieldDiff {
            fields = List.copyOf(fields);
        }

        @Override
        public Kind kind() {
            return Kind.FIELD_DIFF;
        }
    }

    /**
     * @param path of the field, like {@code /driver}
     * @param legacy what the legacy system says; {@code absent} if nothing
     * @param motorpool what Motorpool says
     */
    record FieldDifference(String path, String legacy, String motorpool) {}

    /**
     * The legacy system did what Motorpool would have refused.
     *
     * @param refused what the refusal is called, like {@code VehicleTaken}
     * @param detail what it says, for people: ids and times, never a name (P19)
     */
    record DecisionDiff(Position position, ShadowStep step, String refused, String detail) implements Verdict {

        static DecisionDiff of(Position position, ShadowStep step, ReservationRefusal refusal) {
            return new DecisionDiff(position, step, refusal.getClass().getSimpleName(), refusal.toString());
        }

        @Override
        public Kind kind() {
            return Kind.DECISION_DIFF;
        }
    }

    /** The legacy system has it, and Motorpool cannot: it does not know the company or the vehicle. */
    record MissingNew(Missing missing) implements Verdict {
        @Override
        public Kind kind() {
            return Kind.MISSING_NEW;
        }
    }

    /** What Motorpool does not know. */
    enum Missing {
        COMPANY,
        VEHICLE
    }

    /** The legacy system has removed what Motorpool still has. */
    record ExtraNew() implements Verdict {
        @Override
        public Kind kind() {
            return Kind.EXTRA_NEW;
        }
    }

    /** The legacy row makes no sense as it stands. */
    record Unprocessable(Image.Unreadable image) implements Verdict {
        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }
    }
}
