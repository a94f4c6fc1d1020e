package io.motorpool.application.reconciliation;

import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.RuleId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps the rules; they are applied when verdicts are read, so they take and lose effect at once. */
public final class ExplainDifferencesService implements ExplainDifferences {

    private final UnitOfWork unitOfWork;
    private final DifferenceRules rules;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public ExplainDifferencesService(UnitOfWork unitOfWork, DifferenceRules rules, Clock clock, Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.rules = rules;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<DifferenceRule, Refusal>> explain(
            Caller caller, DifferenceRule.About about, String note, Instant until) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.EXPLAIN_DIFFERENCES),
                _ -> Proceed.with(
                        DifferenceRule.beginning(
                                new RuleId(nextId.get()), caller.user(), about, note, clock.instant(), until),
                        rule -> unitOfWork.inTransaction(() -> store(rule))));
    }

    @Override
    public Uni<Decision<DifferenceRule, Refusal>> withdraw(Caller caller, RuleId rule) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.EXPLAIN_DIFFERENCES),
                _ -> unitOfWork.inTransaction(() -> rules.find(rule)
                        .chain(found -> found.map(it -> store(it.endedAt(clock.instant())))
                                .orElseGet(() -> Proceed.refused(new NotFound(Thing.DIFFERENCE_RULE))))));
    }

    private Uni<Decision<DifferenceRule, Refusal>> store(DifferenceRule rule) {
        return rules.store(rule).replaceWith(() -> Decision.accept(rule));
    }

    @Override
    public Uni<Decision<List<DifferenceRule>, Refusal>> rules(Caller caller) {
        return unitOfWork.reading(() -> Proceed.with(
                Permit.anywhere(caller, Permission.READ_RECONCILIATION),
                _ -> rules.all().map(Decision::accept)));
    }
}
