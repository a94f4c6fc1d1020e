package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VinTest {

    @Test
    void small_letters_are_read_as_capitals() {
        assertThat(Vin.parse("kmhe341dbka123456")).isEqualTo(new Vin("KMHE341DBKA123456"));
        assertThat(Vin.parse("KMHE341DBKA123456")).hasToString("KMHE341DBKA123456");
        assertThatThrownBy(() -> new Vin("kmhe341dbka123456")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "KMHE341DBKA12345",
                "KMHE341DBKA1234567",
                "KMHE341DBKA12345-",
                "KMHE341DBKA 12345",
                "KMHE341DBKA12345\n",
                "KMHE341DBKA12345６",
                "KMHE341DBKA12345가"
            })
    void what_is_not_an_identification_number_is_refused(String text) {
        assertThatThrownBy(() -> Vin.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KMHE341DBKA12345\u017F", "KMHE341DBKA1234\u00DF"})
    void a_foreign_letter_does_not_turn_into_a_plain_capital(String text) {
        assertThatThrownBy(() -> Vin.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letters_that_look_like_digits_are_never_used() {
        String used = IntStream.range(0, 128)
                .mapToObj(Character::toString)
                .filter(letter -> isAVin("KMHE341DBKA12345" + letter))
                .collect(Collectors.joining());

        assertThat(used).isEqualTo("0123456789ABCDEFGHJKLMNPRSTUVWXYZ");
    }

    @Property
    void exactly_what_has_the_form_is_an_identification_number(
            @ForAll("almost numbers") String text, @ForAll char anything, @ForAll @IntRange(max = 16) int place) {
        assertThat(isAVin(text)).isEqualTo(text.matches("[A-HJ-NPR-Z0-9]{17}"));
        if (text.length() > place) {
            String spoilt = text.substring(0, place) + anything + text.substring(place + 1);
            assertThat(isAVin(spoilt)).isEqualTo(spoilt.matches("[A-HJ-NPR-Z0-9]{17}"));
        }
    }

    @Provide("almost numbers")
    Arbitrary<String> almostNumbers() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHJKLMNPRSTUVWXYZ0123456789")
                .ofMinLength(16)
                .ofMaxLength(18);
    }

    private static boolean isAVin(String text) {
        try {
            return new Vin(text).value().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
