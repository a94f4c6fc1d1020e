package io.motorpool.domain.identity;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.identity.Fixtures.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.Decision;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak.Weakness;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final String CAR = "\uD83D\uDE97";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "xk7Q-9fT2mLp",
                "우리집강아지이름은초코파이",
                "seven grey otters in the rain",
                "tjdnf!dptj#qntks",
                "no digits at all here"
            })
    void long_and_odd_is_good_enough(String text) {
        assertThat(accepted(PasswordPolicy.check(new Password(text), kim()))).isEqualTo(new Password(text));
    }

    @Test
    void the_limits_count_what_people_see_as_characters() {
        assertThat(weakness("xk7Q-9fT2mL")).isEqualTo(Weakness.TOO_SHORT);
        assertThat(weakness("xk7Q-9f" + CAR.repeat(4))).isEqualTo(Weakness.TOO_SHORT);
        assertThat(accepted(check("xk7Q-9fz" + CAR.repeat(4)))).isNotNull();
        assertThat(weakness("otter ".repeat(21) + "xyz")).isEqualTo(Weakness.TOO_LONG);
        assertThat(accepted(check("otter ".repeat(21) + "xy")).length()).isEqualTo(PasswordPolicy.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd!P@ssw0rd!",
                "passwordpassword",
                "qwertyuiop[]",
                "qwer1234!@#$",
                "1q2w3e4r5t6y",
                "1qaz2wsx3edc",
                "123456789012",
                "abcdefghijkl",
                "motorpool2026",
                "Motorpool!!!!!!",
                "iloveyou2024",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "welcome12345678",
                "비밀번호비밀번호1234",
                "samsung19870312",
                "admin admin admin"
            })
    void what_guessers_try_first_is_refused(String text) {
        assertThat(weakness(text)).isEqualTo(Weakness.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"minsu.kim@hanbit.example", "minsu.kim:xyz", "MINSU.KIM-zq!", "김민수김민수김민수-abz", "김민수!김민수?김민수 x"})
    void what_says_whose_it_is_is_refused(String text) {
        assertThat(weakness(text)).isEqualTo(Weakness.SAYS_WHO);
    }

    @Test
    void a_name_among_other_words_does_no_harm() {
        assertThat(accepted(check("minsu.kim hides seven otters"))).isNotNull();
    }

    @Test
    void a_name_too_short_to_tell_anything_may_be_in_any_word() {
        Person lee = new Person(KIM, new EmailAddress("yi@hanbit.example"), new PersonName("이 이"), DivisionRoles.NONE);

        assertThat(accepted(PasswordPolicy.check(new Password("yi yi yi zebra qo"), lee)))
                .isNotNull();
    }

    @Property
    void a_random_password_is_never_called_common(@ForAll("random") String text) {
        assertThat(accepted(check(text)).text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> random() {
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .list()
                .ofSize(4)
                .map(numbers -> {
                    StringBuilder text = new StringBuilder();
                    for (int number : numbers) {
                        text.append("%06x".formatted(number % 0x1000000)).append("zk~".charAt(number % 3));
                    }
                    return "Vw;" + text;
                });
    }

    @Property
    void nothing_makes_the_policy_fail(@ForAll String text) {
        if (!text.isEmpty()
                && text.length() <= Password.LONGEST_INPUT
                && text.codePoints().noneMatch(PasswordPolicyTest::isNoPassword)) {
            assertThat(check(text)).isNotNull();
        }
    }

    private static boolean isNoPassword(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    @Test
    void the_same_characters_typed_differently_are_the_same_password() {
        assertThat(new Password("ｃｏｒｒｅｃｔ")).isEqualTo(new Password("correct"));
        assertThat(new Password("\u1100\u1161")).isEqualTo(new Password("가"));
    }

    @Test
    void what_cannot_be_typed_is_no_password_and_is_not_repeated() {
        assertThatThrownBy(() -> new Password("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Password("x".repeat(Password.LONGEST_INPUT + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Password("tell\0noone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("noone");
        assertThatThrownBy(() -> new Password("half\uD83D")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hash_says_how_it_was_made() {
        assertThatThrownBy(() -> new PasswordHash("secret")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PasswordHash("$x$" + "a".repeat(PasswordHash.LONGEST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Decision<Password, IdentityRefusal> check(String text) {
        return PasswordPolicy.check(new Password(text), kim());
    }

    private static Weakness weakness(String text) {
        return ((PasswordTooWeak) refused(check(text))).weakness();
    }
}
