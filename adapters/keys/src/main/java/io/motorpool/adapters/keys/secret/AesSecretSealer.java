package io.motorpool.adapters.keys.secret;

import io.motorpool.adapters.keys.SealedBox;
import io.motorpool.application.identity.SecretSealer;
import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Seals under a key derived from the shown secret. What the database keeps of that secret is a plain digest, from which
 * this key does not follow.
 */
public final class AesSecretSealer implements SecretSealer {

    private static final String PURPOSE = "motorpool refresh successor";

    private final SecureRandom random;

    public AesSecretSealer(SecureRandom random) {
        this.random = random;
    }

    @Override
    public SealedSecret seal(Secret successor, Secret shown) {
        byte[] box = box(shown).seal(successor.bytes(), PURPOSE);
        return new SealedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(box));
    }

    @Override
    public Optional<Secret> open(SealedSecret sealed, Secret shown) {
        return bytes(sealed)
                .flatMap(box -> box(shown).open(box, PURPOSE))
                .filter(content -> content.length == Secret.BYTES)
                .map(Secret::of);
    }

    private static Optional<byte[]> bytes(SealedSecret sealed) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(sealed.text()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private SealedBox box(Secret shown) {
        return SealedBox.of(shown.bytes(), PURPOSE, random);
    }
}
