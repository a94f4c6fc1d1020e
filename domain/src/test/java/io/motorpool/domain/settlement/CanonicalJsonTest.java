package io.motorpool.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.shared.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8785, for the types that a snapshot is made of. */
class CanonicalJsonTest {

    /** The example of section 3.2.3: names are sorted by their UTF-16 code units. */
    @Test
    void names_stand_in_the_order_of_their_utf_16_code_units() {
        Map<String, Json> members = new LinkedHashMap<>();
        for (String name : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            members.put(name, new Json.Whole(1));
        }

        assertThat(CanonicalJson.write(new Json.Object(members)))
                .isEqualTo(
                        "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\ud83d\ude00\":1,\"\ufb33\":1}");
    }

    /** The string of section 3.2.2. */
    @Test
    void text_is_escaped_only_where_it_must_be() {
        String text = "\u20ac$\u000f\nA'B\"\\\\\"/";

        assertThat(CanonicalJson.write(new Json.Text(text))).isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(CanonicalJson.write(new Json.Text("\b\t\f\r\u007f\u2028")))
                .isEqualTo("\"\\b\\t\\f\\r\u007f\u2028\"");
    }

    @Test
    void text_is_not_normalised() {
        String composed = "가";
        String decomposed = "\u1100\u1161";

        assertThat(CanonicalJson.write(new Json.Text(composed)))
                .isNotEqualTo(CanonicalJson.write(new Json.Text(decomposed)));
    }

    @Test
    void half_of_a_surrogate_pair_cannot_be_written() {
        for (String half : List.of("\ud83d", "\ude00", "\ud83dx", "x\ude00", "\ud83d\ud83d\ude00")) {
            assertThatThrownBy(() -> CanonicalJson.write(new Json.Text(half)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void numbers_are_whole_and_within_what_every_reader_keeps_exactly() {
        assertThat(CanonicalJson.write(new Json.Whole(-Money.LARGEST_WON))).isEqualTo("-9007199254740991");
        assertThat(CanonicalJson.write(new Json.Whole(0))).isEqualTo("0");
        assertThatThrownBy(() -> new Json.Whole(Money.LARGEST_WON + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Json.Whole(-Money.LARGEST_WON - 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "{\"a\":1,}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{ }",
                "[1, 2]",
                "01",
                "-",
                "-0",
                "-01",
                "--1",
                "1-",
                "00",
                "\"\\u0008\"",
                "\"\\u000a\"",
                "\"\\u0020\"",
                "\"\ud83d\"",
                "\"a\ude00\"",
                "\"\ude00\ud83d\"",
                "{\"\":1,\"\":2}",
                "1.0",
                "1e3",
                "9007199254740992",
                "123456789012345678901",
                "null",
                "nul",
                "tru",
                "TRUE",
                "\"",
                "\"\\/\"",
                "\"\\u0041\"",
                "\"\\u000F\"",
                "\"\\u00e4\"",
                "\"\\x\"",
                "\"\n\"",
                "\"\\u00",
                "1 ",
                "[]]",
                "{1:1}",
                "{\"a\"1}",
                "\uFEFF{}"
            })
    void what_is_not_canonical_is_not_read(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_nested_without_end_is_not_read() {
        assertThatThrownBy(() -> CanonicalJson.read("[".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void what_is_written_is_read_back_as_it_was(@ForAll("documents") Json document) {
        assertThat(CanonicalJson.read(CanonicalJson.write(document))).isEqualTo(document);
    }

    @Property
    void the_order_in_which_members_came_does_not_matter(@ForAll("members") Map<String, Json> members) {
        List<String> names = new ArrayList<>(members.keySet());
        Collections.shuffle(names, new Random(names.size()));
        Map<String, Json> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, members.get(name)));

        assertThat(CanonicalJson.write(new Json.Object(shuffled)))
                .isEqualTo(CanonicalJson.write(new Json.Object(members)));
    }

    @Property
    void documents_that_differ_are_written_differently_and_the_first_difference_is_found(
            @ForAll("documents") Json one, @ForAll("documents") Json other) {
        boolean same = one.equals(other);

        assertThat(CanonicalJson.write(one).equals(CanonicalJson.write(other))).isEqualTo(same);
        assertThat(JsonDifference.first(one, other).isEmpty()).isEqualTo(same);
    }

    @Property
    void one_changed_byte_is_another_document_or_none(@ForAll("documents") Json document, @ForAll int seed) {
        String text = CanonicalJson.write(document);
        int at = Math.floorMod(seed, text.length());
        String changed = text.substring(0, at)
                + (char) (text.charAt(at) ^ (1 << Math.floorMod(seed >> 16, 8)))
                + text.substring(at + 1);

        Json read;
        try {
            read = CanonicalJson.read(changed);
        } catch (IllegalArgumentException none) {
            return;
        }
        assertThat(read).isNotEqualTo(document);
        assertThat(CanonicalJson.write(read)).isEqualTo(changed);
        assertThat(changed.getBytes(StandardCharsets.UTF_8)).isNotEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_first_difference_is_told_by_a_pointer() {
        Json one = CanonicalJson.read("{\"a/b\":[1,{\"c~d\":\"x\"}],\"z\":1}");
        Json other = CanonicalJson.read("{\"a/b\":[1,{\"c~d\":\"y\"}],\"z\":2}");
        Json shorter = CanonicalJson.read("{\"a/b\":[1],\"z\":1}");

        assertThat(JsonDifference.first(one, other)).contains(new JsonDifference("/a~1b/1/c~0d", "\"x\"", "\"y\""));
        assertThat(JsonDifference.first(one, shorter))
                .contains(new JsonDifference("/a~1b/1", "{\"c~d\":\"x\"}", "absent"));
    }

    @Provide
    Arbitrary<Json> documents() {
        return Arbitraries.lazyOf(
                this::leaves,
                this::leaves,
                () -> documents().list().ofMaxSize(4).map(Json.Array::new),
                () -> members().map(Json.Object::new));
    }

    @Provide
    Arbitrary<Map<String, Json>> members() {
        return Arbitraries.maps(texts(), leaves()).ofMaxSize(5);
    }

    private Arbitrary<Json> leaves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        texts(),
                        Arbitraries.longs().between(-Money.LARGEST_WON, Money.LARGEST_WON))
                .as((kind, text, number) -> switch (kind) {
                    case 0 -> new Json.Text(text);
                    case 1 -> new Json.Whole(number);
                    default -> new Json.Truth(number % 2 == 0);
                });
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\u007f')
                .withCharRange('가', '힣')
                .withChars('€', '\u2028', '\ufb33', '\u1100', '\u1161')
                .ofMaxLength(6);
    }
}
