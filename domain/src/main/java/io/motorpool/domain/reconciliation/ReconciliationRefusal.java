package io.motorpool.domain.reconciliation;

import io.motorpool.domain.Refusal;
import java.time.Instant;

/** Why something about the reconciliation is declined. */
public sealed interface ReconciliationRefusal extends Refusal {

    /** Both systems agree: there is no history that shows a difference. */
    record NothingDiffers() implements ReconciliationRefusal {}

    /** A rule would end before it begins. */
    record RuleIsOver(Instant now) implements ReconciliationRefusal {}
}
