package io.motorpool.application.identity;

import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.Secret;
import java.util.Optional;

/**
 * Lets whoever shows a refresh token a second time get the very successor that the first time gave, although we keep
 * neither: the successor is stored under a key that only the shown token yields.
 */
public interface SecretSealer {

    SealedSecret seal(Secret successor, Secret shown);

    /** Nothing when it was sealed under another secret, or changed since. */
    Optional<Secret> open(SealedSecret sealed, Secret shown);
}
