package io.motorpool.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minsu@hanbit.example",
                "minsu.kim+car@mail.hanbit.co.kr",
                "o'brien@x-y.example",
                "a@b.cd",
                "_#@1.example"
            })
    void ordinary_addresses_are_welcome(String text) {
        assertThat(EmailAddress.parse(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "minsu",
                "@hanbit.example",
                "minsu@",
                "minsu@localhost",
                ".minsu@hanbit.example",
                "minsu.@hanbit.example",
                "min..su@hanbit.example",
                "minsu@-hanbit.example",
                "minsu@hanbit-.example",
                "minsu@han_bit.example",
                "min su@hanbit.example",
                "minsu@hanbit.example\nbcc: all@hanbit.example",
                "민수@hanbit.example",
                "a@b@hanbit.example"
            })
    void what_no_letter_would_reach_is_refused(String text) {
        assertThatThrownBy(() -> EmailAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an e-mail address is written name@company.example");
    }

    @Test
    void case_and_spaces_around_do_not_make_another_user() {
        assertThat(EmailAddress.parse(" Minsu.Kim@Hanbit.Example "))
                .isEqualTo(EmailAddress.parse("minsu.kim@hanbit.example"));
        assertThatThrownBy(() -> new EmailAddress("Minsu@hanbit.example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_has_the_length_that_mail_allows() {
        String domain = "@" + "d".repeat(60) + "." + "e".repeat(60) + "." + "f".repeat(60) + ".example";
        assertThat(EmailAddress.parse("a".repeat(62) + domain).value()).hasSize(253);
        assertThatThrownBy(() -> EmailAddress.parse("a".repeat(64) + domain))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@b.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_login_is_counted_under_a_digest_that_does_not_say_it() {
        EmailAddress login = EmailAddress.parse("minsu@hanbit.example");

        assertThat(LoginDigest.of(login)).isEqualTo(LoginDigest.of(EmailAddress.parse("MINSU@hanbit.example")));
        assertThat(LoginDigest.of(login)).isNotEqualTo(LoginDigest.of(EmailAddress.parse("other@hanbit.example")));
        assertThat(LoginDigest.of(login).toString()).doesNotContain("minsu");
    }

    @Test
    void the_mailbox_is_what_stands_before_the_sign() {
        assertThat(EmailAddress.parse("minsu.kim@hanbit.example").mailbox()).isEqualTo("minsu.kim");
    }
}
