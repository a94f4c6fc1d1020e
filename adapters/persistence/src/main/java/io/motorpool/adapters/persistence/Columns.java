package io.motorpool.adapters.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row, read from the left, one column at a call. Which column that is, the text of the question says. */
public final class Columns {

    private final @Nullable Object[] cells;
    private int next;

    Columns(@Nullable Object[] cells) {
        this.cells = cells;
    }

    public UUID uuid() {
        return there(UUID.class);
    }

    public String text() {
        return there(String.class);
    }

    public int number() {
        return there(Integer.class);
    }

    public long longNumber() {
        return there(Long.class);
    }

    public double decimal() {
        return there(Double.class);
    }

    public boolean flag() {
        return there(Boolean.class);
    }

    public Instant instant() {
        return there(OffsetDateTime.class).toInstant();
    }

    public List<String> texts() {
        return List.of(there(String[].class));
    }

    public List<Instant> instants() {
        return Stream.of(there(OffsetDateTime[].class))
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    public <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    public @Nullable UUID uuidOrNull() {
        return cell(UUID.class);
    }

    public @Nullable String textOrNull() {
        return cell(String.class);
    }

    public @Nullable Integer numberOrNull() {
        return cell(Integer.class);
    }

    public LocalDate date() {
        return there(LocalDate.class);
    }

    public @Nullable Long longOrNull() {
        return cell(Long.class);
    }

    public @Nullable LocalDate dateOrNull() {
        return cell(LocalDate.class);
    }

    public @Nullable Instant instantOrNull() {
        OffsetDateTime at = cell(OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type) {
        String name = textOrNull();
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** Whether the next column holds nothing, as all of a joined row do that is not there. */
    public boolean isNull() {
        return cells[next] == null;
    }

    public void skip(int columns) {
        next += columns;
    }

    /** Which column is read next, counted from 0. */
    public int at() {
        return next;
    }

    /** @param column counted from 0 */
    public void skipTo(int column) {
        next = column;
    }

    private <T> T there(Class<T> type) {
        T value = cell(type);
        if (value == null) {
            throw new IllegalStateException("column %d is empty".formatted(next));
        }
        return value;
    }

    private <T> @Nullable T cell(Class<T> type) {
        return type.cast(cells[next++]);
    }
}
