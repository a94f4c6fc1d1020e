package io.motorpool.application.identity;

import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.smallrye.mutiny.Uni;

/**
 * Where the private halves of the issuer's keys are. They never come out: whoever wants something signed hands it in.
 * Every node works with the same keys. Which key may sign is not decided here but by the key ring.
 *
 * <p>Fails with {@link OutOfReachException} when the keys cannot be got at.
 */
public interface SigningKeys {

    /** Makes a pair, keeps it safely, and gives its public half. */
    Uni<RsaPublicKey> make();

    /** Fails with {@link UnknownKeyException} when the key was never made or is destroyed. */
    Uni<AccessToken> sign(KeyId key, AccessClaims claims);

    /** No node signs with the key any more. Destroying what is not there is harmless. */
    Uni<Void> destroy(KeyId key);
}
