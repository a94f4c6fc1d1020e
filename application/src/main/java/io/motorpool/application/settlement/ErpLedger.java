package io.motorpool.application.settlement;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The books in the ERP, seen from a settlement: whatever goes wrong on the way, a billing request ends as exactly one
 * document there.
 *
 * <p>The ERP offers no key against duplicates: a request that is sent twice is booked twice. So the request's number is
 * looked up before anything is created, and what was created is read back before it counts. Two calls for one number at
 * the same time would both look before either creates; whoever calls sees to it that they do not happen.
 */
public interface ErpLedger {

    /**
     * Books the request, unless it is booked already.
     *
     * @param askedBefore when this was last tried without a clear answer, by whatever node; null for the first time. That
     *     attempt may still be under way inside the ERP, where no look-up sees it: until it must be over nothing is
     *     created.
     */
    Uni<Posting> post(BillingRequest request, @Nullable Instant askedBefore);
}
