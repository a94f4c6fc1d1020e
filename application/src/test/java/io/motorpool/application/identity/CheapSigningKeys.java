package io.motorpool.application.identity;

import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keys that sign nothing anybody could verify: making real ones takes long, and the ring does not look at them. */
final class CheapSigningKeys implements SigningKeys {

    private final Set<KeyId> kept = ConcurrentHashMap.newKeySet();

    Set<KeyId> kept() {
        return Set.copyOf(kept);
    }

    @Override
    public Uni<RsaPublicKey> make() {
        return Uni.createFrom().item(() -> {
            RsaPublicKey key = IdentityFixtures.aKey();
            kept.add(key.id());
            return key;
        });
    }

    @Override
    public Uni<AccessToken> sign(KeyId key, AccessClaims claims) {
        return Uni.createFrom().item(() -> {
            if (!kept.contains(key)) {
                throw new UnknownKeyException(key);
            }
            return new AccessToken(claims.id() + " signed with " + key);
        });
    }

    @Override
    public Uni<Void> destroy(KeyId key) {
        return Uni.createFrom().voidItem().invoke(() -> kept.remove(key));
    }
}
