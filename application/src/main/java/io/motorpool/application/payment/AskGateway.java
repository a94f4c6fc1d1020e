package io.motorpool.application.payment;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;

/** What a timer does about payments. Safe on several nodes at once. */
public interface AskGateway {

    /**
     * Asks the gateway about every payment that waits for it; those without a clear answer are asked about again later.
     *
     * @return how many were answered clearly
     */
    Uni<Decision<Integer, Refusal>> ask(Caller caller);
}
