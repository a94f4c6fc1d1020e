package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;

/** People step in with the issuer's keys. */
public interface LookAfterKeys {

    /** The next rotation happens as soon as the next key may sign, whatever the schedule says. */
    Uni<Decision<KeyRingView, Refusal>> hurry(Caller caller, SourceNetwork from);

    /**
     * The key is stolen, or may be. Nothing that it signed is accepted any more, the next one takes over, and the set is
     * published without it; if that fails now, the next turn of the ring does it.
     */
    Uni<Decision<KeyRingView, Refusal>> revoke(Caller caller, KeyId stolen, SourceNetwork from);
}
