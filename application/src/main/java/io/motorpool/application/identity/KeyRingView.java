package io.motorpool.application.identity;

import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.SigningKey;
import java.time.Instant;
import java.util.List;

/**
 * The issuer's keys as callers see them.
 *
 * @param setVersion of the set that is to be published
 * @param hurried whether somebody asked for the next rotation at once
 */
public record KeyRingView(List<Key> keys, long setVersion, boolean hurried) {

    public KeyRingView {
        keys = List.copyOf(keys);
    }

    /** @param since when it came to this stage */
    public record Key(KeyId id, SigningKey.Stage stage, Instant since) {}

    static KeyRingView of(KeyRing ring) {
        return new KeyRingView(
                ring.keys().stream()
                        .map(key -> new Key(key.id(), key.stage(), key.since()))
                        .toList(),
                ring.setVersion(),
                ring.hurried());
    }
}
