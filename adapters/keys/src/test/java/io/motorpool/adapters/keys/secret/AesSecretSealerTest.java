package io.motorpool.adapters.keys.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.SecretSealer;
import io.motorpool.application.identity.SecretSealerContract;
import io.motorpool.domain.identity.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class AesSecretSealerTest implements SecretSealerContract {

    private final SecretSealer sealer = new AesSecretSealer(new SecureRandom());

    @Override
    public SecretSealer sealer() {
        return sealer;
    }

    @Test
    void sealing_the_same_twice_looks_different() {
        Secret shown = Secret.of(new byte[Secret.BYTES]);

        assertThat(sealer.seal(shown, shown)).isNotEqualTo(sealer.seal(shown, shown));
    }
}
