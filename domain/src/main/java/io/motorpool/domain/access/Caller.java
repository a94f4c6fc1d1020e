package io.motorpool.domain.access;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.Set;

/**
 * Who is asking, and in which capacity. Edges build it from what they verified; use cases ask it and nothing else.
 * A role counts only under the profile that it belongs to: an operator acting for a company is not an operator.
 */
public record Caller(UserId user, Profile profile, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller may do this with what belongs to the company. */
    public boolean may(Permission permission, CompanyId company) {
        return reaches(company) && holds(permission);
    }

    /** Whether what belongs to the company exists for this caller at all. */
    public boolean reaches(CompanyId company) {
        return switch (profile) {
            case Profile.Personal _ -> false;
            case Profile.Business(var own) -> own.equals(company);
            case Profile.Division _ -> true;
        };
    }

    /** Whether one of the caller's roles, valid under the profile, carries the permission. */
    public boolean holds(Permission permission) {
        return roles.stream()
                .filter(this::countsUnderProfile)
                .anyMatch(role -> AccessPolicy.of(role).contains(permission));
    }

    /** The role that a record of this caller's deed names: the one that allowed it. */
    public Role actingAs(Permission permission) {
        return roles.stream()
                .filter(this::countsUnderProfile)
                .filter(role -> AccessPolicy.of(role).contains(permission))
                .min(Enum::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("caller does not hold " + permission));
    }

    private boolean countsUnderProfile(Role role) {
        return switch (profile) {
            case Profile.Personal _ -> false;
            case Profile.Business _ -> role.reach() == Role.Reach.OWN_COMPANY;
            case Profile.Division _ -> role.reach() == Role.Reach.EVERY_COMPANY;
        };
    }
}
