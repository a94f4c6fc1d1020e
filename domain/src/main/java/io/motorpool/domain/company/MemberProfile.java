package io.motorpool.domain.company;

import io.motorpool.domain.shared.Text;

/**
 * What a company keeps about one of its members.
 *
 * @param department 1 to 60 characters
 * @param acceptsHandOver whether colleagues may offer this member a key in the middle of a reservation
 */
public record MemberProfile(PersonName name, String department, MemberRole role, boolean acceptsHandOver) {

    public static final int LONGEST_DEPARTMENT = 60;

    public MemberProfile {
        Text.check("a department", department, LONGEST_DEPARTMENT);
    }
}
