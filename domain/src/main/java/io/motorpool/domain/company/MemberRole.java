package io.motorpool.domain.company;

/** What a member is in the company. */
public enum MemberRole {
    MEMBER,
    COMPANY_ADMIN
}
