package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every reader of assertions promises. */
public interface ClientAssertionsContract {

    Instant END = Instant.parse("2027-03-02T00:01:00Z");
    String AUDIENCE = "https://motorpool.local";

    ClientAssertions assertions();

    /** The public half of a key that a service has. */
    RsaPublicKey aKey();

    /** What the holder of such a key says, about {@code client}, to {@code audience}. */
    String said(RsaPublicKey signedWith, UserId client, String audience, String id, Instant expiresAt);

    @Test
    default void says_who_is_said_to_speak_before_anything_is_verified() {
        UserId client = aClient();

        assertThat(assertions().claimedBy(said(aKey(), client, AUDIENCE, "1", END)))
                .contains(client);
        assertThat(assertions().claimedBy("nonsense")).isEmpty();
        assertThat(assertions().claimedBy("")).isEmpty();
    }

    @Test
    default void what_one_of_the_registered_keys_signed_is_understood() {
        UserId client = aClient();
        RsaPublicKey key = aKey();

        String assertion = said(key, client, AUDIENCE, "the-first", END);

        assertThat(assertions().verify(assertion, List.of(aKey(), key), AUDIENCE))
                .contains(new ClientAssertion(client, key.id(), "the-first", END));
    }

    @Test
    default void what_another_key_signed_says_nothing() {
        String assertion = said(aKey(), aClient(), AUDIENCE, "1", END);

        assertThat(assertions().verify(assertion, List.of(aKey()), AUDIENCE)).isEmpty();
        assertThat(assertions().verify(assertion, List.of(), AUDIENCE)).isEmpty();
    }

    @Test
    default void what_was_said_to_somebody_else_says_nothing() {
        RsaPublicKey key = aKey();
        String assertion = said(key, aClient(), "https://bank.example", "1", END);

        assertThat(assertions().verify(assertion, List.of(key), AUDIENCE)).isEmpty();
    }

    @Test
    default void what_is_no_assertion_says_nothing() {
        assertThat(List.of("", ".", "..", "a.b.c", "nonsense", "€".repeat(100), "x".repeat(100_000)))
                .allSatisfy(nonsense -> assertThat(assertions().verify(nonsense, List.of(aKey()), AUDIENCE))
                        .isEmpty());
    }

    @Test
    default void whether_it_has_expired_is_not_decided_here() {
        RsaPublicKey key = aKey();
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");

        assertThat(assertions().verify(said(key, aClient(), AUDIENCE, "1", longAgo), List.of(key), AUDIENCE))
                .hasValueSatisfying(said -> assertThat(said.expiresAt()).isEqualTo(longAgo));
    }

    private static UserId aClient() {
        return new UserId(Ids.next());
    }
}
