package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** Sessions end before their time. Their access tokens are worth nothing from then on. */
public interface SignOut {

    /** One of the caller's own, or anybody's for those who look after users. One that is over already stays as it is. */
    Uni<Decision<SessionId, Refusal>> from(Caller caller, SessionId session, SourceNetwork network);

    /**
     * Who shows the refresh token needs no other proof. There is nothing to learn from the answer: an unknown token, and
     * one of a session that is over, are signed out already.
     *
     * @param token what the client sent, whatever it is
     */
    Uni<Void> with(String token, SourceNetwork network);

    /** @return how many of the caller's sessions went on until now */
    Uni<Decision<Integer, Refusal>> everywhere(Caller caller, SourceNetwork network);

    /** The same for somebody else, by those who look after users. */
    Uni<Decision<Integer, Refusal>> everywhere(Caller caller, UserId user, SourceNetwork network);
}
