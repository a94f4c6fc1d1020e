package io.motorpool.application.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. The next one begins after the last item of this one, whatever was added or removed in between.
 *
 * @param next where to go on; empty at the end of the list
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The place of an item in its list.
     *
     * @param at absent in lists that are ordered by id alone
     */
    public record Cursor(@Nullable Instant at, UUID id) {}

    /** @param limit 1 to {@link #LARGEST} */
    public record Request(int limit, Optional<Cursor> after) {

        public static final int LARGEST = 100;
        public static final int USUAL = 20;

        public Request {
            if (limit < 1 || limit > LARGEST) {
                throw new IllegalArgumentException("a page has 1 to %d items".formatted(LARGEST));
            }
        }

        public static Request first() {
            return new Request(USUAL, Optional.empty());
        }
    }

    /** From one item more than asked for, which only shows that there are more. */
    public static <T> Page<T> of(List<T> oneMore, Request request, Function<T, Cursor> place) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(oneMore, Optional.empty());
        }
        List<T> items = oneMore.subList(0, request.limit());
        return new Page<>(items, Optional.of(place.apply(items.getLast())));
    }

    public <U> Page<U> map(Function<? super T, ? extends U> each) {
        return new Page<U>(items.stream().<U>map(each).toList(), next);
    }
}
