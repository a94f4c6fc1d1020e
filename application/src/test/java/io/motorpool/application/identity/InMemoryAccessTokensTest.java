package io.motorpool.application.identity;

import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.CutOff;

class InMemoryAccessTokensTest implements AccessTokensContract {

    private final MovedClock clock = new MovedClock(START);
    private final InMemoryAccessTokens tokens = new InMemoryAccessTokens(clock);

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
        return tokens.issue(claims);
    }

    @Override
    public void givenCutOff(CutOff entry) {
        tokens.cutOff(entry);
    }
}
