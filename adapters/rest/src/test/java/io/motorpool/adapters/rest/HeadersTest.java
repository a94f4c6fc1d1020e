package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motorpool.domain.shared.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    @Test
    void the_version_that_was_read_is_the_one_that_is_named() {
        assertThat(Headers.ifMatch("\"3\"")).isEqualTo(new Version(3));
        assertThat(Headers.ifMatch(" \"0\" ")).isEqualTo(new Version(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3", "W/\"3\"", "*", "\"3\", \"4\"", "\"03\"", "\"-1\"", "\"a\"", "\"9999999999999999999\""})
    void a_version_that_nobody_gave_out_is_refused(String made) {
        Problem problem = problem(() -> {
            Version _ = Headers.ifMatch(made);
        });

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors().getFirst().field()).isEqualTo("If-Match");
    }

    @Test
    void whoever_changes_something_says_on_which_version_they_decided() {
        Problem problem = problem(() -> {
            Version _ = Headers.ifMatch(null);
        });

        assertThat(problem.status()).isEqualTo(428);
        assertThat(problem.errors().getFirst().field()).isEqualTo("If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "열쇠", "\u0001"})
    void a_key_is_printable(String key) {
        Problem problem = problem(() -> {
            String _ = Headers.idempotencyKey(key);
        });

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors().getFirst().field()).isEqualTo("Idempotency-Key");
    }

    @Test
    void a_key_has_at_most_a_hundred_characters() {
        assertThat(Headers.idempotencyKey("k".repeat(100))).hasSize(100);
        assertThat(problem(() -> {
                            String _ = Headers.idempotencyKey("k".repeat(101));
                        })
                        .code())
                .isEqualTo("invalid-request");
        assertThat(problem(() -> {
                            String _ = Headers.idempotencyKey(" ");
                        })
                        .code())
                .isEqualTo("idempotency-key-required");
    }

    private static Problem problem(Runnable read) {
        return catchThrowableOfType(InvalidRequest.class, read::run).problem();
    }
}
