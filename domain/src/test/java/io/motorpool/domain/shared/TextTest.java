package io.motorpool.domain.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    private static final String CAR = "\uD83D\uDE97";

    @ParameterizedTest
    @ValueSource(strings = {"a", "two words", "한빛물류", "(주)한빛", "five5", "\uD83D\uDE97", "a\u00A0b"})
    void ordinary_text_is_welcome(String text) {
        assertThatCode(() -> Text.check("a name", text, 10)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\u3000",
                " padded",
                "padded ",
                "line\nbreak",
                "nul\0",
                "bell\u0007",
                "del\u007F",
                "c1\u0085c",
                "\u00A0",
                "\u200B",
                "\uFEFF\u200B",
                "\u00A0padded",
                "half\uD83D",
                "\uDE97half",
                "line\u2028break",
                "gnp.\u202Exe",
                "\u2066name"
            })
    void text_that_is_blank_padded_or_not_printable_is_refused(String text) {
        assertThatThrownBy(() -> Text.check("a name", text, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a name ");
    }

    @Test
    void the_limit_itself_is_allowed_and_counts_what_people_see_as_characters() {
        assertThatCode(() -> Text.check("a name", "abc", 3)).doesNotThrowAnyException();
        assertThatCode(() -> Text.check("a name", CAR.repeat(3), 3)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Text.check("a name", "abcd", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a name has at most 3 characters");
        assertThatThrownBy(() -> Text.check("a name", CAR.repeat(4), 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_refusal_never_repeats_the_text() {
        assertThatThrownBy(() -> Text.check("a name", "김철수\n", 10)).hasMessageNotContaining("김철수");
    }
}
