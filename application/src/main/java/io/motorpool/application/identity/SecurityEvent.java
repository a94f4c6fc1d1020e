package io.motorpool.application.identity;

/** What the security trail tells of. A name, once used, keeps its meaning. */
public enum SecurityEvent {
    SIGNED_IN,
    /** Nobody signs in with this login and this password. */
    SIGN_IN_REFUSED,
    /** Too many attempts: the password was not looked at. */
    SIGN_IN_STOPPED,
    /** The password was right, but they are not what they wanted to sign in as. */
    PROFILE_REFUSED,
    /** They act as something else from now on. */
    PROFILE_CHANGED,
    REFRESH_REFUSED,
    REFRESH_TOKEN_REUSED,
    SESSION_ENDED,
    USER_INVITED,
    USER_ACTIVATED,
    USER_DISABLED,
    USER_ENABLED,
    DIVISION_ROLES_CHANGED,
    PASSWORD_CHANGED,
    /** The present password was not the one they said. */
    PASSWORD_CHANGE_REFUSED,
    LETTER_ASKED_FOR,
    LETTER_SENT,
    /** It could not be sent, and nobody tries again. */
    LETTER_GIVEN_UP,
    LINK_REFUSED,
    SERVICE_ACCOUNT_REGISTERED,
    SERVICE_ACCOUNT_CHANGED,
    SERVICE_ACCOUNT_DISABLED,
    SERVICE_ACCOUNT_ENABLED,
    SERVICE_TOKEN_ISSUED,
    SERVICE_TOKEN_REFUSED,
    KEY_PREPARED,
    KEY_PUBLISHED,
    KEY_ACTIVATED,
    KEY_RETIRED,
    KEY_REMOVED,
    KEY_REVOKED,
    /** Somebody asked for the next rotation at once. */
    ROTATION_HURRIED
}
