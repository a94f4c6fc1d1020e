package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Json;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reconciliation.DifferenceRules;
import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.DifferenceRule.About;
import io.motorpool.domain.reconciliation.RuleId;
import io.motorpool.domain.reconciliation.ShadowStep;
import io.motorpool.domain.reconciliation.Verdict.Missing;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules about differences. Of one that is stored, only its end can change. */
@ApplicationScoped
public class PostgresDifferenceRules implements DifferenceRules {

    private static final String RULES = """
            SELECT id, owner_id, kind, about::text, note, from_at, until_at FROM difference_rule
            """;

    private enum Kind {
        FIELD,
        DECISION,
        REMOVAL,
        MISSING
    }

    @Override
    public Uni<Void> store(DifferenceRule rule) {
        return Sql.change(
                        """
                        INSERT INTO difference_rule (id, owner_id, kind, about, note, from_at, until_at)
                        VALUES (:id, :owner, :kind, CAST(CAST(:about AS text) AS jsonb), :note, :from, :until)
                        ON CONFLICT (id) DO UPDATE SET until_at = excluded.until_at""",
                        Map.of(
                                "id", rule.id().value(),
                                "owner", rule.owner().value(),
                                "kind", kind(rule.about()).name(),
                                "about", Json.write(values(rule.about())),
                                "note", rule.note(),
                                "from", rule.from(),
                                "until", rule.until()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<DifferenceRule>> find(RuleId id) {
        return Sql.read(RULES + "WHERE id = :id", Map.of("id", id.value()), PostgresDifferenceRules::rule)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<DifferenceRule>> all() {
        return Sql.read(RULES + "ORDER BY from_at, id", Map.of(), PostgresDifferenceRules::rule);
    }

    private static DifferenceRule rule(Columns columns) {
        return new DifferenceRule(
                new RuleId(columns.uuid()),
                new UserId(columns.uuid()),
                about(columns.constant(Kind.class), Json.read(columns.text())),
                columns.text(),
                columns.instant(),
                columns.instant());
    }

    private static Kind kind(About about) {
        return switch (about) {
            case About.OfField _ -> Kind.FIELD;
            case About.OfDecision _ -> Kind.DECISION;
            case About.OfRemoval _ -> Kind.REMOVAL;
            case About.OfMissing _ -> Kind.MISSING;
        };
    }

    private static Map<String, String> values(About about) {
        return switch (about) {
            case About.OfField(var path) -> Map.of("path", path);
            case About.OfDecision(var refused, var step) ->
                step == null ? Map.of("refused", refused) : Map.of("refused", refused, "step", step.name());
            case About.OfRemoval _ -> Map.of();
            case About.OfMissing(var missing) -> Map.of("missing", missing.name());
        };
    }

    private static About about(Kind kind, Map<String, String> values) {
        return switch (kind) {
            case FIELD -> new About.OfField(text(values, "path"));
            case DECISION -> new About.OfDecision(text(values, "refused"), step(values));
            case REMOVAL -> new About.OfRemoval();
            case MISSING -> new About.OfMissing(Missing.valueOf(text(values, "missing")));
        };
    }

    private static @Nullable ShadowStep step(Map<String, String> values) {
        String name = values.get("step");
        return name == null ? null : ShadowStep.valueOf(name);
    }

    private static String text(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
