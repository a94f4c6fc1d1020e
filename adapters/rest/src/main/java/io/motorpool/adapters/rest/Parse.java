package io.motorpool.adapters.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values as callers write them. What is not written that way is an {@link IllegalArgumentException} that says how. */
public final class Parse {

    private static final int FIRST_YEAR = 2000;
    private static final int YEAR_AFTER_LAST = 2100;
    private static final Instant EARLIEST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse(YEAR_AFTER_LAST + "-01-01T00:00:00Z");
    private static final Pattern INSTANT_FORM = Pattern.compile(
            "[0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+][0-9:]{5}|-(?!00:00)[0-9:]{5})");
    private static final Pattern TIME_FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String INSTANT_EXPECTED = "must be an instant with an offset, like 2026-12-01T09:00:00+09:00";
    private static final Pattern MONTH_FORM = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern LOST_PLUS = Pattern.compile(" (?=[0-9]{2}:[0-9]{2}$)");

    private Parse() {}

    /** The whole form only: the JDK takes shorter ones, which would be a second name for the same thing. */
    public static UUID uuid(String raw) {
        UUID read;
        try {
            read = UUID.fromString(raw);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a UUID", e);
        }
        if (!read.toString().equalsIgnoreCase(raw)) {
            throw new IllegalArgumentException("must be a UUID");
        }
        return read;
    }

    /** With seconds and with an offset that is known, as RFC 3339 has it: the JDK takes more. */
    public static Instant instant(String raw) {
        if (!INSTANT_FORM.matcher(raw).matches()) {
            throw new IllegalArgumentException(INSTANT_EXPECTED);
        }
        Instant instant;
        try {
            instant = OffsetDateTime.parse(raw).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(INSTANT_EXPECTED, e);
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new IllegalArgumentException("must lie between the years 2000 and 2100");
        }
        return instant;
    }

    /** The same in a query, where a plus that is not written as {@code %2B} arrives as a space. */
    public static Instant instantInQuery(String raw) {
        return instant(LOST_PLUS.matcher(raw).replaceFirst("+"));
    }

    static LocalDate date(String raw) {
        LocalDate date;
        try {
            date = LocalDate.parse(raw);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date like 2026-12-01", e);
        }
        if (date.getYear() < FIRST_YEAR || date.getYear() >= YEAR_AFTER_LAST) {
            throw new IllegalArgumentException("must lie between the years 2000 and 2100");
        }
        return date;
    }

    /** A calendar month, like {@code 2026-11}. */
    public static YearMonth month(String raw) {
        if (!MONTH_FORM.matcher(raw).matches()) {
            throw new IllegalArgumentException("must be a month like 2026-11");
        }
        YearMonth month = YearMonth.parse(raw);
        if (month.getYear() < FIRST_YEAR || month.getYear() >= YEAR_AFTER_LAST) {
            throw new IllegalArgumentException("must lie between the years 2000 and 2100");
        }
        return month;
    }

    /** Hours and minutes only: seconds would be a second name for the same thing. */
    static LocalTime time(String raw) {
        if (!TIME_FORM.matcher(raw).matches()) {
            throw new IllegalArgumentException("must be a time in whole minutes, like 09:00");
        }
        return LocalTime.parse(raw);
    }

    public static int wholeNumber(String raw) {
        if (!raw.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("must be a whole number");
        }
        return Integer.parseInt(raw);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("must be one of " + Arrays.toString(type.getEnumConstants())));
    }
}
