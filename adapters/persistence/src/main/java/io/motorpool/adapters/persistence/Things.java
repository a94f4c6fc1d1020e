package io.motorpool.adapters.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids of things as text, with commas between them, as a column keeps them and as a notification carries them. */
final class Things {

    /** PostgreSQL carries less than 8,000 bytes, and an id is 36 of them. */
    static final int AT_ONCE = 200;

    private static final String BETWEEN = ",";

    private Things() {}

    static String written(Collection<UUID> things) {
        return things.stream().map(UUID::toString).sorted().collect(Collectors.joining(BETWEEN));
    }

    static Set<UUID> read(String text) {
        return text.isEmpty()
                ? Set.of()
                : Stream.of(text.split(BETWEEN)).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }

    /** In as many pieces as it takes. */
    static List<String> pieces(Set<UUID> things) {
        List<UUID> all = List.copyOf(things);
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            pieces.add(written(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return pieces;
    }
}
