package io.motorpool.adapters.persistence.identity;

import io.motorpool.application.identity.IdentityFixtures;
import io.motorpool.application.identity.Users;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.identity.User;
import io.quarkus.arc.Arc;

/** Users whom sessions, links and letters belong to: the database does not believe in others. */
record GivenUsers(PortContract store) {

    User.Active active() {
        User.Active user = IdentityFixtures.anActiveUser();
        Users users = Arc.container().instance(Users.class).get();
        return store.inTransaction(() -> users.add(user).replaceWith(user));
    }
}
