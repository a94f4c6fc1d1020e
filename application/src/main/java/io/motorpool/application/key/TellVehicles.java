package io.motorpool.application.key;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;

/** What timers do about keys. Safe on several nodes at once. */
public interface TellVehicles {

    /** Offers that nobody answered in time are none any more. */
    Uni<Decision<Integer, Refusal>> expireOffers(Caller caller);

    /**
     * Vehicles learn and forget keys, as far as they answer; the others are told again later.
     *
     * @return how many did as they were told
     */
    Uni<Decision<Integer, Refusal>> tell(Caller caller);
}
