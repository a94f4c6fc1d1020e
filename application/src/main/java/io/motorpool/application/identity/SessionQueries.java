package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** Where somebody is signed in. In order of the session's id, the oldest first. */
public interface SessionQueries {

    Uni<Decision<Page<SessionView>, Refusal>> own(Caller caller, Page.Request page);

    /** Anybody's, for those who see users. */
    Uni<Decision<Page<SessionView>, Refusal>> of(Caller caller, UserId user, Page.Request page);
}
