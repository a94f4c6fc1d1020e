package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.Secret;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What everything that seals secrets promises. */
public interface SecretSealerContract {

    SecretSealer sealer();

    @Test
    default void whoever_shows_the_secret_again_gets_the_successor() {
        Secret shown = aSecret();
        Secret successor = aSecret();

        SealedSecret sealed = sealer().seal(successor, shown);

        assertThat(sealer().open(sealed, shown)).contains(successor);
    }

    @Test
    default void another_secret_opens_nothing() {
        Secret shown = aSecret();
        Secret successor = aSecret();

        SealedSecret sealed = sealer().seal(successor, shown);

        assertThat(sealer().open(sealed, aSecret())).isEmpty();
        assertThat(sealer().open(sealed, successor)).isEmpty();
    }

    @Test
    default void what_is_stored_of_the_shown_secret_does_not_open_it_either() {
        Secret shown = aSecret();

        SealedSecret sealed = sealer().seal(aSecret(), shown);

        assertThat(sealer().open(sealed, new Secret(shown.digest().text()))).isEmpty();
    }

    @Test
    default void neither_secret_can_be_read_from_what_is_sealed() {
        Secret shown = aSecret();
        Secret successor = aSecret();

        assertThat(sealer().seal(successor, shown).text())
                .doesNotContain(successor.text(), shown.text(), shown.digest().text());
    }

    @Test
    default void what_was_changed_opens_no_more() {
        Secret shown = aSecret();
        String sealed = sealer().seal(aSecret(), shown).text();

        for (int at = 0; at < sealed.length(); at += 5) {
            char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            SealedSecret changed = new SealedSecret(sealed.substring(0, at) + other + sealed.substring(at + 1));
            assertThat(sealer().open(changed, shown)).as("changed at %d", at).isEmpty();
        }
        assertThat(sealer().open(new SealedSecret("x"), shown)).isEmpty();
        assertThat(sealer().open(new SealedSecret("!".repeat(SealedSecret.LONGEST)), shown))
                .isEmpty();
    }

    private static Secret aSecret() {
        byte[] bytes = new byte[Secret.BYTES];
        new Random().nextBytes(bytes);
        return Secret.of(bytes);
    }
}
