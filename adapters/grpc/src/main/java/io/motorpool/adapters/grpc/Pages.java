package io.motorpool.adapters.grpc;

import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Page.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** How much of a list is wanted, and from where on. The token is opaque to callers, and never trusted when it comes back. */
public final class Pages {

    private static final String NOT_OURS = "must be a page token as it was given";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Pages() {}

    /** What a list is in order of: a token of another kind of list is no place in this one. */
    public enum Order {
        BY_ID(2 * Long.BYTES),
        BY_TIME(3 * Long.BYTES);

        private final int length;

        Order(int length) {
            this.length = length;
        }
    }

    public static Field<Page.Request> read(Input in, int size, String token, Order order) {
        Field<Cursor> after = in.optional("page_token", !token.isEmpty(), token, text -> cursor(text, order));
        return in.made("page_size", () -> new Page.Request(size == 0 ? Page.Request.USUAL : size, after.optional()));
    }

    /** Empty at the end of the list. */
    public static String next(Page<?> page) {
        return page.next().map(Pages::token).orElse("");
    }

    private static String token(Cursor cursor) {
        ByteBuffer bytes = ByteBuffer.allocate((cursor.at() == null ? Order.BY_ID : Order.BY_TIME).length)
                .putLong(cursor.id().getMostSignificantBits())
                .putLong(cursor.id().getLeastSignificantBits());
        if (cursor.at() != null) {
            bytes = bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, cursor.at()));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static Cursor cursor(String text, Order order) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NOT_OURS, e);
        }
        if (bytes.length != order.length) {
            throw new IllegalArgumentException(NOT_OURS);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        return new Cursor(buffer.hasRemaining() ? plausible(buffer.getLong()) : null, id);
    }

    /** As fine as the store keeps time: a place that is rounded would skip items or repeat them. */
    private static Instant plausible(long micros) {
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException(NOT_OURS);
        }
        return at;
    }
}
