package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://motorpool.local",
                "https://motorpool.local/",
                "https://motorpool.local?tenant=1",
                "https://motorpool.local#top",
                "https:///path",
                "motorpool",
                ""
            })
    void what_is_no_plain_https_url_names_no_issuer(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Issuer(url, "motorpool"));
    }

    @Test
    void a_token_is_for_somebody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Issuer("https://motorpool.local", " "));
    }
}
