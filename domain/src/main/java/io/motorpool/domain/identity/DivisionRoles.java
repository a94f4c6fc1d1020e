package io.motorpool.domain.identity;

import io.motorpool.domain.access.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody is to the division. What they are to a company, their membership there says. Motorpool's own role as a
 * scheduler is given to nobody.
 */
public record DivisionRoles(Set<Role> roles) {

    public static final DivisionRoles NONE = new DivisionRoles(Set.of());

    public DivisionRoles {
        for (Role role : roles) {
            if (role.reach() != Role.Reach.EVERY_COMPANY || role == Role.SCHEDULER) {
                throw new IllegalArgumentException(role + " is not a role of the division's people");
            }
        }
        roles = Set.copyOf(roles);
    }

    public static DivisionRoles of(Collection<Role> roles) {
        return new DivisionRoles(Set.copyOf(roles));
    }

    public static DivisionRoles of(Role first, Role... others) {
        return new DivisionRoles(EnumSet.of(first, others));
    }

    public boolean contains(Role role) {
        return roles.contains(role);
    }

    public boolean isEmpty() {
        return roles.isEmpty();
    }
}
