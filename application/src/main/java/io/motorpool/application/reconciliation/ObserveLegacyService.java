package io.motorpool.application.reconciliation;

import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.LegacyMessage;
import io.motorpool.domain.reconciliation.LegacyMessage.Changed;
import io.motorpool.domain.reconciliation.LegacyMessage.Undecodable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;

/** Keeps a batch in one unit of work. */
public final class ObserveLegacyService implements ObserveLegacy {

    private final UnitOfWork unitOfWork;
    private final LegacyHistories histories;
    private final UndecodableMessages undecodables;
    private final Clock clock;

    public ObserveLegacyService(
            UnitOfWork unitOfWork, LegacyHistories histories, UndecodableMessages undecodables, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.histories = histories;
        this.undecodables = undecodables;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Observed, Refusal>> observe(Caller caller, List<LegacyMessage> messages) {
        List<ChangeEvent> changes =
                only(messages, Changed.class).stream().map(Changed::event).toList();
        List<Undecodable> others = only(messages, Undecodable.class);
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_RECONCILIATION),
                _ -> unitOfWork
                        .inTransaction(() -> keep(others).chain(() -> histories.hear(changes, clock.instant())))
                        .map(fresh -> Decision.accept(new Observed(fresh, changes.size() - fresh, others.size()))));
    }

    private Uni<Void> keep(List<Undecodable> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(message -> undecodables.keep(message, clock.instant()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <M extends LegacyMessage> List<M> only(List<LegacyMessage> messages, Class<M> kind) {
        return messages.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
