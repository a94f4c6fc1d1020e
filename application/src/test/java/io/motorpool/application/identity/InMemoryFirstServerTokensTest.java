package io.motorpool.application.identity;

import io.motorpool.domain.identity.EmailAddress;
import java.time.Instant;

class InMemoryFirstServerTokensTest implements FirstServerTokensContract {

    private final InMemoryFirstServerTokens tokens = new InMemoryFirstServerTokens();

    @Override
    public FirstServerTokens tokens() {
        return tokens;
    }

    @Override
    public String token(EmailAddress login, Instant expiresAt) {
        return tokens.give(login, expiresAt);
    }

    @Override
    public String forgedToken(EmailAddress login, Instant expiresAt) {
        return token(login, expiresAt) + "x";
    }
}
