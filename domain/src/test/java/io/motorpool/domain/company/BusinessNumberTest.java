package io.motorpool.domain.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessNumberTest {

    @Test
    void is_read_with_and_without_hyphens_and_written_with_them() {
        assertThat(BusinessNumber.parse("120-81-47521")).isEqualTo(BusinessNumber.parse("1208147521"));
        assertThat(BusinessNumber.parse("1208147521").written()).isEqualTo("120-81-47521");
        assertThat(BusinessNumber.parse("1208147521")).hasToString("120-81-47521");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "120-81-4752",
                "12-081-47521",
                "120 81 47521",
                "120-81-47522",
                "１２０-81-47521",
                "120-81-47521 "
            })
    void what_is_not_a_business_number_is_refused(String text) {
        assertThatThrownBy(() -> BusinessNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sum_that_ends_in_zero_checks_with_zero() {
        assertThat(BusinessNumber.checkDigit("000000000")).isZero();
    }

    @Property
    void exactly_one_of_the_ten_possible_check_digits_is_right(
            @ForAll @LongRange(min = 0, max = 999_999_999) long body) {
        String nine = "%09d".formatted(body);
        long right = java.util.stream.IntStream.range(0, 10)
                .filter(digit -> isAccepted(nine + digit))
                .count();
        assertThat(right).isOne();
    }

    @Property
    void a_single_mistyped_digit_before_the_ninth_is_noticed(
            @ForAll @LongRange(min = 0, max = 999_999_999) long body,
            @ForAll @IntRange(min = 0, max = 7) int position,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String nine = "%09d".formatted(body);
        String whole = nine + BusinessNumber.checkDigit(nine);
        char[] digits = whole.toCharArray();
        digits[position] = (char) ('0' + (digits[position] - '0' + shift) % 10);
        assertThat(isAccepted(new String(digits))).isFalse();
    }

    @Property
    void only_ten_plain_digits_are_held_against_the_check_digit(
            @ForAll @LongRange(min = 0, max = 999_999_999) long body,
            @ForAll @IntRange(min = 0, max = 9) int place,
            @ForAll char anything) {
        String nine = "%09d".formatted(body);
        String whole = nine + BusinessNumber.checkDigit(nine);
        String other = whole.substring(0, place) + anything + whole.substring(place + 1);

        assertThat(isStored(whole)).isTrue();
        assertThat(isStored(nine)).isFalse();
        assertThat(isStored(whole + "0")).isFalse();
        assertThat(isStored(other))
                .isEqualTo(other.matches("[0-9]{10}") && other.charAt(9) - '0' == BusinessNumber.checkDigit(other));
    }

    private static boolean isStored(String digits) {
        try {
            return new BusinessNumber(digits).digits().equals(digits);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isAccepted(String text) {
        try {
            return BusinessNumber.parse(text).digits().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
