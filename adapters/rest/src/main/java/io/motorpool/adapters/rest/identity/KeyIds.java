package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Input;
import io.motorpool.domain.identity.KeyId;

/** Keys as paths name them. */
final class KeyIds {

    private KeyIds() {}

    /** What is no id names nothing. */
    static KeyId inPath(String raw) {
        return Input.named(raw, KeyId::new);
    }
}
