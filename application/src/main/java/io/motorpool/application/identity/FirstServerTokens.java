package io.motorpool.application.identity;

import io.motorpool.domain.identity.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the tokens of the first server, which it signs with a secret that it shared with everybody who verifies. They are
 * taken for who somebody is, never for what they may do. Whether they are still accepted is decided elsewhere.
 */
public interface FirstServerTokens {

    /** Whose token it is; nothing when it is not genuine, or was over at that instant. */
    Optional<EmailAddress> holder(String token, Instant now);
}
