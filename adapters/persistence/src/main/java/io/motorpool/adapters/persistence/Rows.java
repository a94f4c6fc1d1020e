package io.motorpool.adapters.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many rows as one parameter for each column, so that one statement writes all of them. */
public final class Rows {

    private Rows() {}

    public static <T> UUID[] uuids(List<? extends T> rows, Function<T, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    public static <T> @Nullable Long[] longs(List<? extends T> rows, Function<T, @Nullable Long> column) {
        @Nullable Long[] cells = new Long[rows.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = column.apply(rows.get(i));
        }
        return cells;
    }

    public static <T> LocalDate[] dates(List<? extends T> rows, Function<T, LocalDate> column) {
        return rows.stream().map(column).toArray(LocalDate[]::new);
    }

    public static <T> @Nullable String[] texts(List<? extends T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] cells = new String[rows.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = column.apply(rows.get(i));
        }
        return cells;
    }

    public static <T> @Nullable OffsetDateTime[] instants(
            List<? extends T> rows, Function<T, @Nullable Instant> column) {
        @Nullable OffsetDateTime[] cells = new OffsetDateTime[rows.size()];
        for (int i = 0; i < cells.length; i++) {
            Instant at = column.apply(rows.get(i));
            cells[i] = at == null ? null : at.atOffset(ZoneOffset.UTC);
        }
        return cells;
    }
}
