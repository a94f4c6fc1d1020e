package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;

/**
 * The issuer's keys take the next steps of their schedule, as many as they can: a next key is made, the set is published,
 * a key that was seen there long enough takes over, one that nobody needs any more is destroyed. Safe on several nodes at
 * once and after a crash at any point. Fails with {@link OutOfReachException} when the place where keys are published or
 * kept does not answer; what was done until then stays done.
 */
public interface TurnKeyRing {

    Uni<Decision<KeyRingView, Refusal>> turn(Caller caller);
}
