package io.motorpool.application.identity;

import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.smallrye.mutiny.Uni;

/** Lets the ring take its steps for whoever may ask for it, a timer above all. */
public final class TurnKeyRingService implements TurnKeyRing {

    private final KeyRingSteps steps;

    public TurnKeyRingService(KeyRingSteps steps) {
        this.steps = steps;
    }

    @Override
    public Uni<Decision<KeyRingView, Refusal>> turn(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.ROTATE_KEYS),
                _ -> steps.takeAll().map(ring -> Decision.accept(KeyRingView.of(ring))));
    }
}
