package io.motorpool.application.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Goes through a list from its first page to its last, the way a client does. */
public final class Walk {

    /** More pages than any list of a test has: a list that begins again would never end. */
    private static final int MOST_PAGES = 1_000;

    private Walk() {}

    /** Everything that was told on the way, page after page. */
    public static <T> List<T> through(int limit, Function<Page.Request, Page<T>> list) {
        return through(limit, list, () -> {});
    }

    /** @param between what happens to the list after each page */
    public static <T> List<T> through(int limit, Function<Page.Request, Page<T>> list, Runnable between) {
        List<T> told = new ArrayList<>();
        Optional<Page.Cursor> after = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<T> page = list.apply(new Page.Request(limit, after));
            if (page.items().size() > limit) {
                throw new AssertionError(
                        "%d items on a page of %d".formatted(page.items().size(), limit));
            }
            told.addAll(page.items());
            after = page.next();
            if (after.isEmpty()) {
                return told;
            }
            between.run();
        }
        throw new AssertionError("the list does not end");
    }
}
