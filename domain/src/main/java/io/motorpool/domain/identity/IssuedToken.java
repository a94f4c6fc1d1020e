package io.motorpool.domain.identity;

import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the cut-off list needs to know of an access token whose signature is right.
 *
 * @param session absent when a service got it
 */
public record IssuedToken(
        KeyId key, UserId subject, @Nullable SessionId session, Instant issuedAt) {}
