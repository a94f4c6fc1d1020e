package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;

    @ParameterizedTest
    @ValueSource(strings = {"12가3456", "123가4567", "서울12가3456", "12바3456", "12허3456", "12배3456"})
    void a_plate_in_any_form_that_was_ever_issued_is_read(String text) {
        assertThat(Plate.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "가3456",
                "1가3456",
                "1234가5678",
                "12가345",
                "12가34567",
                "12가가3456",
                "12A3456",
                "12ㄱ3456",
                "12힣3456",
                "서울1가3456",
                "서울123가4567",
                "서울서울12가3456",
                "평양12가3456",
                "１２가3456",
                "12가３456",
                "12-가-3456",
                "12가3456\n",
                "x12가3456",
                " 12가3456",
                "1 2가3456",
                "12가34 56",
                "12가  3456",
                "서 울12가3456"
            })
    void what_is_not_a_plate_is_refused(String text) {
        assertThatThrownBy(() -> Plate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_plate_typed_with_a_space_is_the_same_plate() {
        assertThat(Plate.parse("12가 3456")).isEqualTo(new Plate("12가3456"));
        assertThat(Plate.parse("12 가 3456")).isEqualTo(new Plate("12가3456"));
        assertThat(Plate.parse("서울 12가 3456")).isEqualTo(new Plate("서울12가3456"));
        assertThatThrownBy(() -> new Plate("12가 3456")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Between its groups a plate may have a space; anywhere else a space, or anything else, makes it no plate. */
    @Property
    void a_space_between_the_groups_is_the_only_thing_that_may_be_added(
            @ForAll("plates") String plate,
            @ForAll @IntRange(max = 9) int somewhere,
            @ForAll("additions") String added) {
        int place = Math.min(somewhere, plate.length());
        String typed = plate.substring(0, place) + added + plate.substring(place);

        if (added.equals(" ") && isBetweenGroups(plate, place)) {
            assertThat(Plate.parse(typed)).isEqualTo(new Plate(plate));
        } else {
            assertThatThrownBy(() -> Plate.parse(typed)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static boolean isBetweenGroups(String plate, int place) {
        return place > 0 && place < plate.length() && isDigit(plate.charAt(place - 1)) != isDigit(plate.charAt(place));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    @Provide
    Arbitrary<String> plates() {
        return Combinators.combine(
                        Arbitraries.of("12", "서울12", "경기78"),
                        Arbitraries.of("가", "허", "배"),
                        Arbitraries.integers().between(0, 9999))
                .as((front, letter, number) -> front + letter + "%04d".formatted(number));
    }

    @Provide
    Arbitrary<String> additions() {
        return Arbitraries.of(" ", "  ", "\t", "\u00A0", "\u3000", "\u200B", "-", "\n");
    }

    @Test
    void a_plate_out_of_a_file_that_keeps_its_syllables_in_parts_is_the_same_plate() {
        assertThat(Plate.parse(Normalizer.normalize("서울12가3456", Normalizer.Form.NFD)))
                .isEqualTo(new Plate("서울12가3456"));
    }

    @Test
    void of_all_the_letters_only_those_of_the_registry_are_used() {
        String used = IntStream.rangeClosed(FIRST_SYLLABLE, LAST_SYLLABLE)
                .mapToObj(Character::toString)
                .filter(letter -> isAPlate("12" + letter + "3456"))
                .collect(Collectors.joining());

        assertThat(used.chars()).hasSize(40);
        assertThat(used).isEqualTo("가거고구나너노누다더도두라러로루마머모무바배버보부사서소수아어오우자저조주하허호");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주"
            })
    void an_older_plate_names_its_region(String region) {
        assertThat(isAPlate(region + "12가3456")).isTrue();
    }

    /** The form as a pattern says it; the plate itself reads it by hand. */
    private static final String FORM = "(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)[0-9]{2}|[0-9]{2,3})"
            + "[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배하허호][0-9]{4}";

    @Property(tries = 20_000)
    void exactly_what_has_the_form_is_a_plate(@ForAll("almost plates") String text) {
        assertThat(isAPlate(text)).isEqualTo(text.matches(FORM));
    }

    /** Of pieces, so that whole plates come up as well as everything that is one piece away from them. */
    @Provide("almost plates")
    Arbitrary<String> almostPlates() {
        return Combinators.combine(
                        Arbitraries.of("", "", "", "서울", "제주", "평양", "서", "울서", "\uD83D\uDE97"),
                        Arbitraries.of("12", "12", "123", "1", "1234", "", "１２", "1가"),
                        Arbitraries.of("가", "가", "호", "힣", "ㄱ", "A", "", "가가", "\uD83D\uDE97"),
                        Arbitraries.of("3456", "3456", "345", "34567", "３456", "345 ", "345\n", "", "345/", "345:"))
                .as((region, front, letter, number) -> region + front + letter + number);
    }

    private static boolean isAPlate(String text) {
        try {
            return Plate.parse(text).value().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
