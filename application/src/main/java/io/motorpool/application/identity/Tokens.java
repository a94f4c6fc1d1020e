package io.motorpool.application.identity;

import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.SessionId;
import java.time.Instant;

/**
 * What a client gets to go on with.
 *
 * @param grant what the access token says
 * @param accessUntil the first instant at which the access token is worth nothing
 * @param refreshUntil when the session lapses if nobody uses it
 */
public record Tokens(
        SessionId session,
        Grant grant,
        AccessToken access,
        Instant accessUntil,
        RefreshToken refresh,
        Instant refreshUntil) {}
