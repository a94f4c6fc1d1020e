package io.motorpool.adapters.keys.verification;

import io.motorpool.application.identity.AccessToken;
import io.motorpool.application.identity.AccessTokens;
import io.motorpool.application.identity.AccessTokensContract;
import io.motorpool.application.identity.InMemorySigningKeys;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.RsaPublicKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

class VerifiedAccessTokensTest implements AccessTokensContract {

    private static final Issuer ISSUER = new Issuer("https://motorpool.local", "motorpool");

    private final MovedClock clock = new MovedClock(START);
    private final InMemorySigningKeys signing = new InMemorySigningKeys(ISSUER);
    private final RsaPublicKey key = result(signing::make);
    private final Origin origin = new Origin();
    private volatile List<CutOff> cutOffs = List.of();
    private final AccessTokens tokens = new VerifiedAccessTokens(origin, ISSUER, POLICY, this::isCutOff, clock);

    VerifiedAccessTokensTest() {
        origin.publishes(new KeySet(1, List.of(key)));
    }

    private Uni<Boolean> isCutOff(IssuedToken token) {
        return Uni.createFrom().item(() -> cutOffs.stream().anyMatch(entry -> entry.refuses(token)));
    }

    @Override
    public AccessTokens tokens() {
        return tokens;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public AccessToken issued(AccessClaims claims) {
        return result(() -> signing.sign(key.id(), claims));
    }

    @Override
    public void givenCutOff(CutOff entry) {
        cutOffs = Stream.concat(cutOffs.stream(), Stream.of(entry)).toList();
    }
}
