package io.motorpool.adapters.rest;

import io.motorpool.application.shared.Page.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** The place in a list as callers carry it: opaque to them, and never trusted when it comes back. */
public final class Cursors {

    private static final int WITHOUT_INSTANT = 2 * Long.BYTES;
    private static final int WITH_INSTANT = 3 * Long.BYTES;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Cursors() {}

    public static String write(Cursor cursor) {
        ByteBuffer bytes = ByteBuffer.allocate(cursor.at() == null ? WITHOUT_INSTANT : WITH_INSTANT);
        bytes.putLong(cursor.id().getMostSignificantBits()).putLong(cursor.id().getLeastSignificantBits());
        if (cursor.at() != null) {
            bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, cursor.at()));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What a list is in order of: a cursor of another kind of list is no place in this one. */
    public enum Order {
        BY_ID(WITHOUT_INSTANT),
        BY_TIME(WITH_INSTANT);

        private final int length;

        Order(int length) {
            this.length = length;
        }
    }

    static Cursor read(String text, Order order) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a cursor as it was given", e);
        }
        if (bytes.length != order.length) {
            throw new IllegalArgumentException("must be a cursor as it was given");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        return new Cursor(buffer.hasRemaining() ? plausible(buffer.getLong()) : null, id);
    }

    /** As fine as the store keeps time: a place that is rounded would skip items or repeat them. */
    private static Instant plausible(long micros) {
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("must be a cursor as it was given");
        }
        return at;
    }
}
