package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What callers want to know about users. Lists are in order of the id, the oldest first. */
public interface UserQueries {

    /** Everybody may read themselves. */
    Uni<Decision<UserView, Refusal>> user(Caller caller, UserId user);

    Uni<Decision<Page<UserView>, Refusal>> users(Caller caller, Page.Request page);

    /** Who is asking, and as what they can act. */
    Uni<Decision<Myself, Refusal>> myself(Caller caller);

    /** @param memberships under each of these companies they can act, as themselves always, for the division if they have a role there */
    record Myself(UserView user, List<Membership> memberships) {

        public Myself {
            memberships = List.copyOf(memberships);
        }
    }
}
