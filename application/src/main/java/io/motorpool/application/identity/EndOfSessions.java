package io.motorpool.application.identity;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.Session.Closed;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the end of a session brings with it: its tokens are cut off, and the traces are left. */
public final class EndOfSessions {

    private final Sessions sessions;
    private final CutOffs cutOffs;
    private final SecurityJournal journal;
    private final TokenPolicy policy;

    public EndOfSessions(Sessions sessions, CutOffs cutOffs, SecurityJournal journal, TokenPolicy policy) {
        this.sessions = sessions;
        this.cutOffs = cutOffs;
        this.journal = journal;
        this.policy = policy;
    }

    /** Under the session's lock. */
    Uni<Void> close(Closed closed, Deed deed) {
        return sessions.save(closed.session())
                .chain(() -> cutOffs.add(List.of(CutOff.of(closed.session(), policy))))
                .chain(() -> journal.write(deed, closed.facts()));
    }

    /**
     * All sessions of the user, under the user's lock.
     *
     * @param except one that goes on, if any does
     * @return how many ended
     */
    Uni<Integer> closeAll(UserId user, @Nullable SessionId except, EndReason reason, Instant now, Deed deed) {
        return sessions.lockLive(user)
                .map(live -> live.stream()
                        .filter(session -> !session.id().equals(except))
                        .toList())
                .chain(live -> Sequence.each(live, session -> close(session.end(reason, now), deed))
                        .replaceWith(live.size()));
    }
}
