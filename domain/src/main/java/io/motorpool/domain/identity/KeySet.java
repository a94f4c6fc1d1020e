package io.motorpool.domain.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The public keys that whoever verifies should know.
 *
 * @param version grows with every change, so that an older set never takes the place of a newer one
 */
public record KeySet(long version, List<RsaPublicKey> keys) {

    public KeySet {
        if (version < 0) {
            throw new IllegalArgumentException("version %d must not be negative".formatted(version));
        }
        keys = List.copyOf(keys);
        if (keys.stream().map(RsaPublicKey::id).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("a key stands in a set once");
        }
    }

    public Set<KeyId> ids() {
        return keys.stream().map(RsaPublicKey::id).collect(Collectors.toUnmodifiableSet());
    }
}
