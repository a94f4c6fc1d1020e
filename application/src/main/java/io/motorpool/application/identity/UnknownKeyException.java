package io.motorpool.application.identity;

import io.motorpool.domain.identity.KeyId;

/** There is no private half of this key, or not any more. */
public final class UnknownKeyException extends RuntimeException {

    public UnknownKeyException(KeyId key) {
        super("there is no key " + key);
    }
}
