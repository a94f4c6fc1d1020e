package io.motorpool.domain.identity;

/** How far a user is. */
public enum UserStatus {
    INVITED,
    ACTIVE,
    DISABLED
}
