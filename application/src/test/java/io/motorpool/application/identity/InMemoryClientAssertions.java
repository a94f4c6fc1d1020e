package io.motorpool.application.identity;

import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Believes what a test said before. */
public final class InMemoryClientAssertions implements ClientAssertions {

    private record Said(ClientAssertion words, String audience) {}

    private final Map<String, Said> said = new ConcurrentHashMap<>();

    /** The text that stands for these words. */
    public String say(ClientAssertion words, String audience) {
        String text = "assertion-" + said.size();
        said.put(text, new Said(words, audience));
        return text;
    }

    @Override
    public Optional<UserId> claimedBy(String assertion) {
        return Optional.ofNullable(said.get(assertion)).map(it -> it.words().client());
    }

    @Override
    public Optional<ClientAssertion> verify(String assertion, List<RsaPublicKey> registered, String audience) {
        return Optional.ofNullable(said.get(assertion))
                .filter(it -> it.audience().equals(audience))
                .map(Said::words)
                .filter(words -> registered.stream().anyMatch(key -> key.id().equals(words.key())));
    }
}
