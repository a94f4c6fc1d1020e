package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.identity.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every reader of the first server's tokens promises. */
public interface FirstServerTokensContract {

    Instant NOW = Instant.parse("2027-03-02T00:00:00Z");
    EmailAddress LOGIN = new EmailAddress("minsu.kim@hanbit.example");

    FirstServerTokens tokens();

    /** As the first server makes them. */
    String token(EmailAddress login, Instant expiresAt);

    /** The same by somebody who does not know its secret. */
    String forgedToken(EmailAddress login, Instant expiresAt);

    @Test
    default void says_whose_token_it_is() {
        assertThat(tokens().holder(token(LOGIN, NOW.plusSeconds(1)), NOW)).contains(LOGIN);
    }

    @Test
    default void a_token_that_is_over_is_nobodys() {
        assertThat(tokens().holder(token(LOGIN, NOW.minus(Duration.ofHours(1))), NOW))
                .isEmpty();
    }

    @Test
    default void a_forged_token_is_nobodys() {
        assertThat(tokens().holder(forgedToken(LOGIN, NOW.plusSeconds(60)), NOW))
                .isEmpty();
    }

    @Test
    default void what_is_no_token_is_nobodys() {
        assertThat(List.of("", ".", "..", "a.b.c", "nonsense", "x".repeat(100_000)))
                .allSatisfy(
                        nonsense -> assertThat(tokens().holder(nonsense, NOW)).isEmpty());
    }
}
