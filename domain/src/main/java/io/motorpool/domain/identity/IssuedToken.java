package io.motorpool.domain.identity;

import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * What the cut-off list needs to know of an access token whose signature is right.
 *
 * @param edition of the user or the service when they got it
 * @param session absent when a service got it
 */
public record IssuedToken(
        KeyId key,
        UserId subject,
        Version edition,
        @Nullable SessionId session) {}
