package io.motorpool.domain.identity;

import static io.motorpool.domain.identity.Fixtures.aSessionId;
import static io.motorpool.domain.identity.Fixtures.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Property
    void a_secret_is_the_bytes_it_was_made_of(@ForAll @Size(Secret.BYTES) byte[] random) {
        Secret made = Secret.of(random);

        assertThat(made.bytes()).isEqualTo(random);
        assertThat(new Secret(made.text())).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"
            })
    void what_is_not_written_in_the_one_way_is_no_secret_and_is_not_repeated(String text) {
        assertThatThrownBy(() -> new Secret(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a secret ");
    }

    @Test
    void a_secret_is_known_again_by_its_digest_which_says_nothing_else() {
        assertThat(secret(1).digest())
                .isEqualTo(secret(1).digest())
                .isNotEqualTo(secret(2).digest());
        assertThat(secret(1).digest().text()).doesNotContain(secret(1).text());
        assertThat(secret(0).digest().text()).isEqualTo("Zmh6rfhivXdsj8GLjp-OIAiXFIVu4jOzkCpZHQ1fKSU");
    }

    @Property
    void a_refresh_token_is_read_as_it_was_written(
            @ForAll long high, @ForAll long low, @ForAll @Size(Secret.BYTES) byte[] random) {
        RefreshToken token = new RefreshToken(new SessionId(new UUID(high, low)), Secret.of(random));

        assertThat(token.written()).hasSize(66).matches("[A-Za-z0-9_.-]+");
        assertThat(RefreshToken.read(token.written())).contains(token);
    }

    @Property
    void whatever_a_client_sends_is_read_or_is_no_token(@ForAll String text) {
        assertThat(RefreshToken.read(text)).isEmpty();
    }

    @Test
    void a_token_with_a_bit_too_many_is_no_token() {
        String written = new RefreshToken(aSessionId(), secret(7)).written();

        assertThat(RefreshToken.read(written + "A")).isEmpty();
        assertThat(RefreshToken.read(written.substring(1))).isEmpty();
        assertThat(RefreshToken.read(written.replace('.', '-'))).isEmpty();
        assertThat(RefreshToken.read("=" + written.substring(1))).isEmpty();
    }

    @Test
    void nothing_secret_is_shown_in_a_log_line() {
        assertThat(secret(1)).hasToString("(secret)");
        assertThat(new RefreshToken(aSessionId(), secret(1)).toString())
                .doesNotContain(secret(1).text());
        assertThat(new Password("correct horse battery")).hasToString("(password)");
        assertThat(Fixtures.A_HASH).hasToString("(password hash)");
        assertThat(Fixtures.kim().email()).hasToString("(e-mail address)");
        assertThat(Fixtures.kim().toString()).doesNotContain("hanbit", "김민수");
    }

    @Test
    void a_sealed_secret_is_one_word_of_printable_ascii() {
        assertThat(new SealedSecret("v1.abc").text()).isEqualTo("v1.abc");
        assertThatThrownBy(() -> new SealedSecret("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealedSecret("two words")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealedSecret("비밀")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SealedSecret("x".repeat(SealedSecret.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
