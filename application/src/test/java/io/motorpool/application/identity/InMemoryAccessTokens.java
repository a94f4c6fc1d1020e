package io.motorpool.application.identity;

import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.TokenPolicy;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows the tokens that it issued. */
public final class InMemoryAccessTokens implements AccessTokens {

    private static final KeyId KEY = new KeyId("A".repeat(43));

    private final Clock clock;
    private final Map<String, AccessClaims> issued = new ConcurrentHashMap<>();
    private final List<CutOff> cutOffs = new CopyOnWriteArrayList<>();

    public InMemoryAccessTokens(Clock clock) {
        this.clock = clock;
    }

    public AccessToken issue(AccessClaims claims) {
        AccessToken token = new AccessToken("token-" + claims.id());
        issued.put(token.text(), claims);
        return token;
    }

    public void cutOff(CutOff entry) {
        cutOffs.add(entry);
    }

    @Override
    public Uni<Boolean> knowsKeys() {
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Optional<VerifiedAccess>> verify(String token) {
        return Uni.createFrom()
                .item(() -> Optional.ofNullable(issued.get(token))
                        .map(InMemoryAccessTokens::access)
                        .filter(access -> isGood(access, clock.instant())));
    }

    private static VerifiedAccess access(AccessClaims claims) {
        return new VerifiedAccess(
                claims.grant().caller(),
                new IssuedToken(KEY, claims.grant().user(), claims.edition(), claims.session()),
                claims.expiresAt());
    }

    private boolean isGood(VerifiedAccess access, Instant now) {
        return now.isBefore(access.expiresAt().plus(TokenPolicy.PUBLISHED.skew()))
                && cutOffs.stream().noneMatch(entry -> entry.refuses(access.token()));
    }
}
