package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** Answers from views. */
public final class SessionQueriesService implements SessionQueries {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Sessions sessions;
    private final TokenPolicy policy;

    public SessionQueriesService(UnitOfWork unitOfWork, Users users, Sessions sessions, TokenPolicy policy) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.sessions = sessions;
        this.policy = policy;
    }

    @Override
    public Uni<Decision<Page<SessionView>, Refusal>> own(Caller caller, Page.Request page) {
        return list(caller.user(), page);
    }

    @Override
    public Uni<Decision<Page<SessionView>, Refusal>> of(Caller caller, UserId user, Page.Request page) {
        return user.equals(caller.user())
                ? list(user, page)
                : Proceed.with(Permit.anywhere(caller, Permission.READ_USERS), _ -> ofSomebody(user, page));
    }

    /** The sessions of a user who is not there are not an empty list. */
    private Uni<Decision<Page<SessionView>, Refusal>> ofSomebody(UserId user, Page.Request page) {
        return unitOfWork.reading(() -> users.find(user)
                .chain(found -> found.isEmpty() ? Proceed.refused(new NotFound(Thing.USER)) : list(user, page)));
    }

    private Uni<Decision<Page<SessionView>, Refusal>> list(UserId user, Page.Request page) {
        return unitOfWork.reading(() -> sessions.live(user, page)
                .map(found -> Decision.accept(found.map(session -> SessionView.of(session, policy)))));
    }
}
