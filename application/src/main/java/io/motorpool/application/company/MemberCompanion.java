package io.motorpool.application.company;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.Member;
import io.smallrye.mutiny.Uni;

/**
 * Another context for which it means something that a member leaves, in the same unit of work: whoever keeps them signed in.
 * The company context knows that there are companions, not which.
 */
public interface MemberCompanion {

    /** @param left as they are now */
    Uni<Void> left(Member left, Caller by);
}
