package io.motorpool.application.reconciliation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.RuleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Answers for differences, in one's own name and for a while. */
public interface ExplainDifferences {

    /** From now on; whatever has this difference is known, also what was compared before. */
    Uni<Decision<DifferenceRule, Refusal>> explain(
            Caller caller, DifferenceRule.About about, String note, Instant until);

    /** It ends now. */
    Uni<Decision<DifferenceRule, Refusal>> withdraw(Caller caller, RuleId rule);

    Uni<Decision<List<DifferenceRule>, Refusal>> rules(Caller caller);
}
