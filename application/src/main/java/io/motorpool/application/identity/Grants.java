package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.User;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user is under a profile, from what is true at this moment. */
public final class Grants {

    private final Memberships memberships;

    public Grants(Memberships memberships) {
        this.memberships = memberships;
    }

    Uni<Decision<Grant, IdentityRefusal>> under(User.Active user, Profile profile) {
        return switch (profile) {
            case Profile.Business(var company) ->
                memberships.of(user.id(), company).map(membership -> user.under(profile, membership));
            case Profile.Personal _, Profile.Division _ -> Uni.createFrom().item(user.under(profile, Optional.empty()));
        };
    }

    /** @param wanted absent when the user does not care */
    Uni<Decision<Grant, IdentityRefusal>> underWantedOrUsual(User.Active user, @Nullable Profile wanted) {
        return wanted == null
                ? memberships.of(user.id()).chain(all -> under(user, user.usualProfile(all)))
                : under(user, wanted);
    }
}
