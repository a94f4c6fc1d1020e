package io.motorpool.adapters.legacy;

import io.motorpool.domain.shared.BusinessZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The legacy columns hold local times of Korea without a zone. Debezium tells them as text, or as a count since 1970 as if they
 * were UTC, in milliseconds, microseconds or nanoseconds according to the type of the column and to how it is set up. For every
 * year that is taken here the three counts differ in size, so the size says which it is.
 */
final class LocalTimes {

    private static final LocalDateTime EARLIEST = LocalDateTime.of(2001, 10, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(2100, 1, 1, 0, 0);

    private static final long MILLIS = 1_000_000_000_000L;
    private static final long MICROS = MILLIS * 1_000;
    private static final long NANOS = MICROS * 1_000;

    private static final Pattern BETWEEN_DATE_AND_TIME = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)");

    private LocalTimes() {}

    static Instant read(String text) {
        return checked(text.matches("\\d{1,19}") ? counted(text) : written(text))
                .atZone(BusinessZone.SEOUL)
                .toInstant();
    }

    private static LocalDateTime counted(String text) {
        long count;
        try {
            count = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a time out of range", e);
        }
        Instant asIfUtc;
        if (count >= NANOS) {
            asIfUtc = Instant.EPOCH.plus(count / 1_000, ChronoUnit.MICROS);
        } else if (count >= MICROS) {
            asIfUtc = Instant.EPOCH.plus(count, ChronoUnit.MICROS);
        } else {
            asIfUtc = Instant.ofEpochMilli(count);
        }
        return LocalDateTime.ofInstant(asIfUtc, ZoneOffset.UTC);
    }

    private static LocalDateTime written(String text) {
        try {
            return LocalDateTime.parse(BETWEEN_DATE_AND_TIME.matcher(text).replaceFirst("$1T"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no local time", e);
        }
    }

    private static LocalDateTime checked(LocalDateTime time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new IllegalArgumentException("a time out of range");
        }
        return time;
    }
}
