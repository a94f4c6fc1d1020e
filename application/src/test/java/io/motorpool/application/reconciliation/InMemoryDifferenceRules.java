package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.RuleId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Rules about differences in memory. */
public final class InMemoryDifferenceRules implements DifferenceRules {

    private final Map<RuleId, DifferenceRule> rows = new ConcurrentHashMap<>();

    @Override
    public Uni<Void> store(DifferenceRule rule) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(rule.id(), rule));
    }

    @Override
    public Uni<Optional<DifferenceRule>> find(RuleId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(rows.get(id)));
    }

    @Override
    public Uni<List<DifferenceRule>> all() {
        return Uni.createFrom()
                .item(() -> rows.values().stream()
                        .sorted(Comparator.comparing(DifferenceRule::from)
                                .thenComparing(rule -> rule.id().value()))
                        .toList());
    }
}
