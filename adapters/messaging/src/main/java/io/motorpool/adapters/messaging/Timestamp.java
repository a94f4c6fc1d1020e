package io.motorpool.adapters.messaging;

import io.motorpool.domain.shared.Period;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** How instants are written: RFC 3339 in UTC, always to the microsecond, which is what the store keeps. */
final class Timestamp {

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private Timestamp() {}

    static String of(Instant instant) {
        return MICROSECONDS.format(instant);
    }

    static Interval of(Period period) {
        return new Interval(of(period.start()), of(period.end()));
    }

    /** Half-open (P5). */
    record Interval(String start, String end) {}
}
