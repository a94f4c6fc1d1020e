package io.motorpool.bootstrap;

import io.motorpool.adapters.keys.Aside;
import io.motorpool.adapters.keys.publication.IssuerMetadata;
import io.motorpool.adapters.keys.verification.CutOffIndex;
import io.motorpool.adapters.keys.verification.FileOrigin;
import io.motorpool.adapters.keys.verification.HttpOrigin;
import io.motorpool.adapters.keys.verification.KeySetOrigin;
import io.motorpool.adapters.keys.verification.ObjectOrigin;
import io.motorpool.adapters.keys.verification.VerifiedAccessTokens;
import io.motorpool.application.identity.AccessTokens;
import io.motorpool.application.identity.CutOffList;
import io.motorpool.application.identity.Issuer;
import io.motorpool.domain.identity.KeyTimings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** How tokens are verified: the same for every edge, by what is published. */
@ApplicationScoped
class TokenVerification {

    /** The verifier asks for one fetch at a time; a late one may still be under way. */
    private static final int FETCHES_WAITING = 4;

    @Produces
    @Singleton
    Issuer issuer(TokenSettings settings) {
        return new Issuer(settings.issuer(), settings.audience());
    }

    @Produces
    @Singleton
    AccessTokens accessTokens(KeySetOrigin origin, Issuer issuer, KeyTimings timings, CutOffList cutOffs, Clock clock) {
        return new VerifiedAccessTokens(
                origin, issuer, timings.tokens(), timings.cached(), new CutOffIndex(cutOffs)::refuses, clock);
    }

    @Produces
    @Singleton
    KeySetOrigin origin(TokenSettings settings, KeySettings keys) {
        String place = settings.keys()
                .orElseThrow(() -> new IllegalStateException(
                        "motorpool.token.keys (MOTORPOOL_TOKEN_KEYS) says where the key set is published"));
        if (ObjectStores.isObjectStore(place)) {
            return new ObjectOrigin(ObjectStores.open(place, keys));
        }
        Aside fetches = new Aside("key sets", 1, FETCHES_WAITING);
        return place.startsWith("http://") || place.startsWith("https://")
                ? new HttpOrigin(URI.create(place), fetches.executor())
                : new FileOrigin(Path.of(place).resolve(IssuerMetadata.KEYS_PATH), fetches.executor());
    }
}
