package io.motorpool.application.identity;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.IssuedToken;
import java.time.Instant;

/**
 * What a genuine token that is good now says.
 *
 * @param expiresAt when it ends by its own word; other clocks may take it a little longer (P7)
 */
public record VerifiedAccess(Caller caller, IssuedToken token, Instant expiresAt) {}
