package io.motorpool.application.identity;

import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.smallrye.mutiny.Uni;
import java.security.KeyPair;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Real keys, kept in memory. */
public final class InMemorySigningKeys implements SigningKeys {

    private final Issuer issuer;
    private final Map<KeyId, KeyPair> pairs;

    private InMemorySigningKeys(Issuer issuer, Map<KeyId, KeyPair> pairs) {
        this.issuer = issuer;
        this.pairs = pairs;
    }

    public InMemorySigningKeys(Issuer issuer) {
        this(issuer, new ConcurrentHashMap<>());
    }

    /** What another node works with. */
    public InMemorySigningKeys ofAnotherNode() {
        return new InMemorySigningKeys(issuer, pairs);
    }

    /** The keys that were made and not destroyed. */
    public Set<KeyId> kept() {
        return Set.copyOf(pairs.keySet());
    }

    @Override
    public Uni<RsaPublicKey> make() {
        return Uni.createFrom().item(() -> {
            KeyPair pair = SignedWords.newPair();
            RsaPublicKey key = SignedWords.publicHalf(pair);
            pairs.put(key.id(), pair);
            return key;
        });
    }

    @Override
    public Uni<AccessToken> sign(KeyId key, AccessClaims claims) {
        return Uni.createFrom().item(() -> {
            KeyPair pair = pairs.get(key);
            if (pair == null) {
                throw new UnknownKeyException(key);
            }
            String header = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(key);
            return new AccessToken(SignedWords.sign(header, payload(claims), pair.getPrivate()));
        });
    }

    @Override
    public Uni<Void> destroy(KeyId key) {
        return Uni.createFrom().voidItem().invoke(() -> pairs.remove(key));
    }

    private String payload(AccessClaims claims) {
        Grant grant = claims.grant();
        return """
                {"iss":"%s","aud":"%s","sub":"%s","client_id":"%s","jti":"%s","edition":%d,"iat":%d,"exp":%d,%s%s,\
                "roles":[%s],"scope":"%s"}""".formatted(
                issuer.url(),
                issuer.audience(),
                grant.user(),
                claims.client(),
                claims.id(),
                claims.edition().value(),
                claims.issuedAt().getEpochSecond(),
                claims.expiresAt().getEpochSecond(),
                claims.session() == null ? "" : "\"sid\":\"%s\",".formatted(claims.session()),
                profile(grant.profile()),
                grant.roles().stream().map(role -> "\"" + role + "\"").sorted().collect(Collectors.joining(",")),
                String.join(" ", grant.scopes()));
    }

    private static String profile(Profile profile) {
        return switch (profile) {
            case Profile.Personal _ -> "\"profile\":\"PERSONAL\"";
            case Profile.Division _ -> "\"profile\":\"DIVISION\"";
            case Profile.Business(var company) -> "\"profile\":\"BUSINESS\",\"company\":\"%s\"".formatted(company);
        };
    }
}
