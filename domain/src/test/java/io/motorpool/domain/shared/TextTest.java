package io.motorpool.domain.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    private static final String CAR = "\uD83D\uDE97";

    @ParameterizedTest
    @ValueSource(strings = {"a", "two words", "한빛물류", "(주)한빛", "five5", "\uD83D\uDE97", "a\u00A0b", "e\u0301"})
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
                "\u2066name",
                "Kim\u200B",
                "Ki\u200Bm",
                "\uFEFFKim",
                "Ki\u00ADm",
                "Kim\u200E",
                "Ki\u200Dm",
                "Kim\uFE0F",
                "1\uFE0F",
                "\u3164",
                "김\u3164수",
                "김\uFFA0",
                "\u2800",
                "tag\uDB40\uDC41"
            })
    void text_that_is_blank_padded_or_not_printable_is_refused(String text) {
        assertThatThrownBy(() -> Text.check("a name", text, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a name ");
    }

    /** A family, a person with a skin colour at work, a heart in red, a keycap, and one of the forms of an ideograph. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83D\uDC77\uD83C\uDFFD\u200D\u2640\uFE0F",
                "\u2764\uFE0F",
                "1\uFE0F\u20E3",
                "\u8FBB\uDB40\uDD00"
            })
    void what_makes_an_emoji_or_an_ideograph_what_it_is_belongs_to_it(String text) {
        assertThatCode(() -> Text.check("a name", text, 10)).doesNotThrowAnyException();
    }

    /** Whatever stands around it, and wherever it stands. */
    @Property
    void what_nobody_can_see_is_nowhere(
            @ForAll("words") String before, @ForAll("hidden") int hidden, @ForAll("words") String after) {
        String text = before + Character.toString(hidden) + after;

        assertThatThrownBy(() -> Text.check("a name", text, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> Text.check("a name", before + after, 100)).doesNotThrowAnyException();
    }

    @Property
    void a_half_of_a_pair_is_no_character(@ForAll("words") String before, @ForAll("halves") char half) {
        assertThatThrownBy(() -> Text.check("a name", before + half, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Text.check("a name", half + before, 100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('가', '힣')
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<Character> halves() {
        return Arbitraries.chars().range(Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    }

    @Provide
    Arbitrary<Integer> hidden() {
        List<Integer> all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.CONTROL)
                .boxed()
                .toList();
        return Arbitraries.of(all);
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
