package io.motorpool.application.identity;

import io.motorpool.application.company.MemberCompanion;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.identity.Session.EndReason;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/**
 * Whoever leaves a company is signed out: their tokens would open it for a quarter of an hour more. All of their sessions
 * end, because each may have been one for that company before it was switched to something else.
 */
public final class ShutOutLeavers implements MemberCompanion {

    private final Users users;
    private final EndOfSessions end;
    private final Clock clock;

    public ShutOutLeavers(Users users, EndOfSessions end, Clock clock) {
        this.users = users;
        this.end = end;
        this.clock = clock;
    }

    /** Under the user's lock: whoever signs in at this moment either is seen here, or sees that they have left. */
    @Override
    public Uni<Void> left(Member left, Caller by) {
        return users.lock(left.user())
                .chain(_ -> end.closeAll(left.user(), null, EndReason.PROFILE_LOST, clock.instant(), Deed.from(by)))
                .replaceWithVoid();
    }
}
