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
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** Answers from views. */
public final class UserQueriesService implements UserQueries {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Memberships memberships;

    public UserQueriesService(UnitOfWork unitOfWork, Users users, Memberships memberships) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.memberships = memberships;
    }

    @Override
    public Uni<Decision<UserView, Refusal>> user(Caller caller, UserId user) {
        return user.equals(caller.user())
                ? unitOfWork.reading(() -> find(user))
                : Proceed.with(
                        Permit.anywhere(caller, Permission.READ_USERS), _ -> unitOfWork.reading(() -> find(user)));
    }

    private Uni<Decision<UserView, Refusal>> find(UserId user) {
        return users.find(user)
                .map(found -> found.map(UserView::of)
                        .<Decision<UserView, Refusal>>map(Decision::accept)
                        .orElseGet(() -> Decision.refuse(new NotFound(Thing.USER))));
    }

    @Override
    public Uni<Decision<Page<UserView>, Refusal>> users(Caller caller, Page.Request page) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.READ_USERS),
                _ -> unitOfWork.reading(() -> users.list(page).map(found -> Decision.accept(found.map(UserView::of)))));
    }

    @Override
    public Uni<Decision<Myself, Refusal>> myself(Caller caller) {
        return unitOfWork.reading(() -> Proceed.with(
                find(caller.user()),
                view -> memberships.of(caller.user()).map(all -> Decision.accept(new Myself(view, all)))));
    }
}
