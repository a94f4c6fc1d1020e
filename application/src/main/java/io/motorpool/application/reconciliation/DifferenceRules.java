package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.RuleId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Who answers for which difference, also those whose time is over. */
public interface DifferenceRules {

    /** A new one, or one that ends earlier than was said. */
    Uni<Void> store(DifferenceRule rule);

    Uni<Optional<DifferenceRule>> find(RuleId id);

    /** In the order in which they begin. */
    Uni<List<DifferenceRule>> all();
}
