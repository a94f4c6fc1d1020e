package io.motorpool.domain.identity;

/** The ways of signing in that were there before. Each is accepted until a date that the deployment sets. */
public enum LegacyScheme {
    /** The first server's JWT, signed with a secret that it shared. */
    FIRST_SERVER_JWT,
    /** The second server's opaque session. */
    SECOND_SERVER_SESSION
}
