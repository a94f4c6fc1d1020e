package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reconciliation.RuleId;
import io.motorpool.domain.reconciliation.ShadowStep;
import io.motorpool.domain.reconciliation.Verdict;
import io.motorpool.domain.reconciliation.Verdict.DecisionDiff;
import io.motorpool.domain.reconciliation.Verdict.ExtraNew;
import io.motorpool.domain.reconciliation.Verdict.FieldDiff;
import io.motorpool.domain.reconciliation.Verdict.FieldDifference;
import io.motorpool.domain.reconciliation.Verdict.Kind;
import io.motorpool.domain.reconciliation.Verdict.Known;
import io.motorpool.domain.reconciliation.Verdict.Match;
import io.motorpool.domain.reconciliation.Verdict.Missing;
import io.motorpool.domain.reconciliation.Verdict.MissingNew;
import io.motorpool.domain.reconciliation.Verdict.Unprocessable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Between a verdict and its values by name. Those that somebody explained are not stored: rules come and go. */
final class VerdictMapper {

    private VerdictMapper() {}

    static Map<String, String> values(Verdict verdict) {
        return switch (verdict) {
            case Match _, ExtraNew _ -> Map.of();
            case FieldDiff(var fields) -> values(fields);
            case DecisionDiff(var position, var step, var refused, var detail) ->
                Map.of(
                        "log", Long.toString(position.log()),
                        "place", Integer.toString(position.order()),
                        "step", step.name(),
                        "refused", refused,
                        "detail", detail);
            case MissingNew(var missing) -> Map.of("missing", missing.name());
            case Unprocessable(Image.Unreadable(var raw, var why)) -> Map.of("raw", raw, "why", why);
            case Known(var _, List<RuleId> rules) ->
                throw new IllegalArgumentException("explained by %s: stored as it was before".formatted(rules));
        };
    }

    private static Map<String, String> values(List<FieldDifference> fields) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldDifference field = fields.get(i);
            values.put(i + ".path", field.path());
            values.put(i + ".legacy", field.legacy());
            values.put(i + ".motorpool", field.motorpool());
        }
        return values;
    }

    static Verdict verdict(Kind kind, Map<String, String> values) {
        return switch (kind) {
            case MATCH -> new Match();
            case EXTRA_NEW -> new ExtraNew();
            case FIELD_DIFF -> new FieldDiff(fields(values));
            case DECISION_DIFF ->
                new DecisionDiff(
                        new Position(Long.parseLong(text(values, "log")), Integer.parseInt(text(values, "place"))),
                        ShadowStep.valueOf(text(values, "step")),
                        text(values, "refused"),
                        text(values, "detail"));
            case MISSING_NEW -> new MissingNew(Missing.valueOf(text(values, "missing")));
            case UNPROCESSABLE -> new Unprocessable(new Image.Unreadable(text(values, "raw"), text(values, "why")));
            case KNOWN_DIFFERENCE -> throw new IllegalStateException("a verdict was stored as explained");
        };
    }

    private static List<FieldDifference> fields(Map<String, String> values) {
        List<FieldDifference> fields = new ArrayList<>();
        for (int i = 0; values.containsKey(i + ".path"); i++) {
            fields.add(new FieldDifference(
                    text(values, i + ".path"), text(values, i + ".legacy"), text(values, i + ".motorpool")));
        }
        return fields;
    }

    private static String text(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
