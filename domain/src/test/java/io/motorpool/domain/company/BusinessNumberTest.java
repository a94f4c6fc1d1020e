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

    private static boolean isAccepted(String text) {
        try {
            return BusinessNumber.parse(text).digits().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
