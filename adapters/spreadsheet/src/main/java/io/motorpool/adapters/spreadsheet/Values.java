package io.motorpool.adapters.spreadsheet;

import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.shared.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write, and what they mean by it. */
final class Values {

    /** A trillion won: more than anybody's month. */
    private static final BigDecimal LARGEST_WON = new BigDecimal("999999999999");

    /** {@code ₩1,234원}, {@code △1,234}; commas where thousands are, or nowhere. */
    private static final Pattern WON = Pattern.compile(
            "(?<sign>[-−△▲]?)₩?(?<minus>-?)(?<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?<rest>\\.[0-9]+)?원?");

    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-./년]([0-9]{1,2})[-./월]([0-9]{1,2})[일.]?");

    /** {@code 7:30}, {@code 07:30:00}, {@code 7시30분}. */
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})[:시]([0-9]{2})(?::[0-9]{2}|분)?");

    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(?:\\.[0-9]{1,20})?(?:E[-+]?[0-9]{1,2})?");

    /** Day 0 of spreadsheets; they believe that 1900 was a leap year, which no date of ours is early enough to notice. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private Values() {}

    /** A value, or what is wrong with it. */
    sealed interface Meant<T> {

        record Value<T>(T value) implements Meant<T> {}

        record Wrong<T>(Fault fault) implements Meant<T> {}
    }

    /** @param early whether the workbook counts its days from 1904 */
    static Meant<LocalDate> date(Cell cell, boolean early) {
        return switch (cell) {
            case Cell.Numeric(var digits) -> dateOfNumber(digits, early);
            case Cell.Written(var text) -> dateOfText(narrow(text).replaceAll("\\s", ""));
            case Cell.Empty _ -> wrong(Fault.MISSING);
            case Cell.Formula _ -> wrong(Fault.FORMULA);
            case Cell.Other _ -> wrong(Fault.NOT_A_DATE);
        };
    }

    private static Meant<LocalDate> dateOfNumber(String digits, boolean early) {
        if (!NUMBER.matcher(digits).matches()) {
            return wrong(Fault.NOT_A_DATE);
        }
        BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
        if (number.scale() > 0 || number.precision() - number.scale() > 6) {
            return wrong(Fault.NOT_A_DATE);
        }
        return possible(DAY_ZERO.plusDays(number.intValueExact() + (early ? 1_462L : 0L)));
    }

    private static Meant<LocalDate> dateOfText(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return wrong(Fault.NOT_A_DATE);
        }
        try {
            return possible(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException _) {
            return wrong(Fault.NOT_A_DATE);
        }
    }

    private static Meant<LocalDate> possible(LocalDate date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? wrong(Fault.NOT_A_DATE) : new Meant.Value<>(date);
    }

    /** In whole minutes; what a spreadsheet counts in seconds is cut off. */
    static Meant<LocalTime> time(Cell cell) {
        return switch (cell) {
            case Cell.Numeric(var digits) -> timeOfNumber(digits);
            case Cell.Written(var text) -> timeOfText(narrow(text).replaceAll("\\s", ""));
            case Cell.Empty _ -> wrong(Fault.MISSING);
            case Cell.Formula _ -> wrong(Fault.FORMULA);
            case Cell.Other _ -> wrong(Fault.NOT_A_TIME);
        };
    }

    /** A spreadsheet keeps a time as its part of a day, which is rarely exact. */
    private static Meant<LocalTime> timeOfNumber(String digits) {
        if (!NUMBER.matcher(digits).matches()) {
            return wrong(Fault.NOT_A_TIME);
        }
        BigDecimal part = new BigDecimal(digits);
        if (part.signum() < 0 || part.compareTo(BigDecimal.ONE) >= 0) {
            return wrong(Fault.NOT_A_TIME);
        }
        int seconds = part.multiply(SECONDS_OF_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        return seconds >= SECONDS_OF_A_DAY.intValueExact()
                ? wrong(Fault.NOT_A_TIME)
                : new Meant.Value<>(LocalTime.ofSecondOfDay(seconds).truncatedTo(ChronoUnit.MINUTES));
    }

    private static Meant<LocalTime> timeOfText(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return wrong(Fault.NOT_A_TIME);
        }
        try {
            return new Meant.Value<>(LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))));
        } catch (DateTimeException _) {
            return wrong(Fault.NOT_A_TIME);
        }
    }

    static Meant<Long> won(Cell cell) {
        return switch (cell) {
            case Cell.Numeric(var digits) ->
                NUMBER.matcher(digits).matches() ? whole(new BigDecimal(digits)) : wrong(Fault.NOT_AN_AMOUNT);
            case Cell.Written(var text) -> wonOfText(narrow(text).replaceAll("\\s", ""));
            case Cell.Empty _ -> wrong(Fault.MISSING);
            case Cell.Formula _ -> wrong(Fault.FORMULA);
            case Cell.Other _ -> wrong(Fault.NOT_AN_AMOUNT);
        };
    }

    private static Meant<Long> wonOfText(String text) {
        Matcher parts = WON.matcher(text);
        if (!parts.matches()
                || (!parts.group("sign").isEmpty() && !parts.group("minus").isEmpty())) {
            return wrong(Fault.NOT_AN_AMOUNT);
        }
        String rest = parts.group("rest");
        if (parts.group("digits").length() > 20 || (rest != null && rest.length() > 20)) {
            return wrong(Fault.TOO_LARGE);
        }
        BigDecimal won = new BigDecimal(parts.group("digits").replace(",", "") + (rest == null ? "" : rest));
        boolean negative =
                !parts.group("sign").isEmpty() || !parts.group("minus").isEmpty();
        return whole(negative ? won.negate() : won);
    }

    private static Meant<Long> whole(BigDecimal won) {
        if (won.abs().compareTo(LARGEST_WON) > 0) {
            return wrong(Fault.TOO_LARGE);
        }
        return won.stripTrailingZeros().scale() > 0
                ? wrong(Fault.NOT_WHOLE_WON)
                : new Meant.Value<>(won.longValueExact());
    }

    static Meant<String> text(Cell cell, int longest) {
        return switch (cell) {
            case Cell.Written(var text) -> checked(trimmed(text), longest);
            case Cell.Numeric(var digits) -> checked(plain(digits), longest);
            case Cell.Empty _ -> wrong(Fault.MISSING);
            case Cell.Formula _ -> wrong(Fault.FORMULA);
            case Cell.Other _ -> wrong(Fault.NOT_A_VALUE);
        };
    }

    /** A receipt's number that a spreadsheet took for a number. */
    private static String plain(String digits) {
        return NUMBER.matcher(digits).matches()
                ? new BigDecimal(digits).stripTrailingZeros().toPlainString()
                : digits;
    }

    private static Meant<String> checked(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            return wrong(Fault.TOO_LONG);
        }
        try {
            Text.check("a cell", text, longest);
            return new Meant.Value<>(text);
        } catch (IllegalArgumentException _) {
            return wrong(Fault.FORBIDDEN_CHARACTER);
        }
    }

    /** Without spaces of any kind around it, and composed as keyboards compose. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFC);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }

    /** Full-width digits, signs and spaces as everybody else writes them. */
    private static String narrow(String text) {
        return Normalizer.normalize(trimmed(text), Normalizer.Form.NFKC);
    }

    private static <T> Meant<T> wrong(Fault fault) {
        return new Meant.Wrong<>(fault);
    }
}
