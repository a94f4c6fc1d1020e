package io.motorpool.domain.company;

/** Whether a membership still counts. */
public enum MemberStatus {
    ACTIVE,
    RETIRED
}
