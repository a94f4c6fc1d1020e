package io.motorpool.domain.company;

import java.util.regex.Pattern;

/**
 * A Korean business registration number (사업자등록번호): ten digits of which the last is a check digit.
 *
 * @param digits the ten digits, without separators
 */
public record BusinessNumber(String digits) {

    private static final Pattern WRITTEN = Pattern.compile("\\d{3}-\\d{2}-\\d{5}|\\d{10}");
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    public BusinessNumber {
        if (!isTenDigits(digits)) {
            throw new IllegalArgumentException("a business number has ten digits");
        }
        if (digits.charAt(9) - '0' != checkDigit(digits)) {
            throw new IllegalArgumentException("the check digit of the business number is wrong");
        }
    }

    /** By hand: numbers are made anew with every company that is read, and a pattern would cost more than the rest of it. */
    private static boolean isTenDigits(String text) {
        if (text.length() != WEIGHTS.length + 1) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Reads {@code 120-81-47521} or the bare ten digits. */
    public static BusinessNumber parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("a business number is written 000-00-00000");
        }
        return new BusinessNumber(text.replace("-", ""));
    }

    /** Over nine digits: the ninth counts a second time with the tens of its product, and a sum ending in 0 checks with 0. */
    static int checkDigit(String firstNine) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (firstNine.charAt(i) - '0') * WEIGHTS[i];
        }
        sum += (firstNine.charAt(8) - '0') * 5 / 10;
        return (10 - sum % 10) % 10;
    }

    /** The way people write it: {@code 120-81-47521}. */
    public String written() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    }

    @Override
    public String toString() {
        return written();
    }
}
