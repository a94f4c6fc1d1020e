package io.motorpool.domain.identity;

import io.motorpool.domain.access.AccessPolicy;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.shared.UserId;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a user or a service may be taken for until the next refresh. */
public record Grant(UserId user, Profile profile, Set<Role> roles) {

    public Grant {
        roles = Set.copyOf(roles);
    }

    public Caller caller() {
        return new Caller(user, profile, roles);
    }

    /** What the roles permit, by name: another service understands a token without our table of roles. */
    public SortedSet<String> scopes() {
        Caller caller = caller();
        SortedSet<String> scopes = new TreeSet<>();
        for (Role role : roles) {
            AccessPolicy.of(role).stream()
                    .filter(caller::holds)
                    .forEach(permission -> scopes.add(
                            permission.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return scopes;
    }
}
