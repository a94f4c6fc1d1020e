package io.motorpool.application.settlement;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
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
     * @param askedBefore since when an earlier attempt, of whatever node, may be under way inside the ERP, where no look-up
     *     sees it: until it must be over nothing is created. It is {@link ErpTrouble#underWaySince()} of the last answer;
     *     when that answer was lost with the process that waited for it, the moment at which that one asked; null when
     *     nothing can be under way
     */
    Uni<Posting> post(BillingRequest request, @Nullable Instant askedBefore);

    /** What is booked under the request's number, judged like what was just posted; empty when nothing is. Books nothing. */
    Uni<Optional<Posting>> lookUp(BillingRequest request);
}
