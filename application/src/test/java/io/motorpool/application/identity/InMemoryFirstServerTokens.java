package io.motorpool.application.identity;

import io.motorpool.domain.identity.EmailAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the tokens that it gave out. */
public final class InMemoryFirstServerTokens implements FirstServerTokens {

    private record Given(EmailAddress login, Instant expiresAt) {}

    private final Map<String, Given> given = new ConcurrentHashMap<>();

    public String give(EmailAddress login, Instant expiresAt) {
        String token = "first-server-" + given.size();
        given.put(token, new Given(login, expiresAt));
        return token;
    }

    @Override
    public Optional<EmailAddress> holder(String token, Instant now) {
        return Optional.ofNullable(given.get(token))
                .filter(it -> now.isBefore(it.expiresAt()))
                .map(Given::login);
    }
}
