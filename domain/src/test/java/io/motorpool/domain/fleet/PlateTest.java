package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static boolean isAPlate(String text) {
        try {
            return Plate.parse(text).value().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
