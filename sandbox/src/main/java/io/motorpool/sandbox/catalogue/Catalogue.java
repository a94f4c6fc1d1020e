package io.motorpool.sandbox.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that there is of one kind.
 *
 * @param kind what one of them is called in a message: "story"
 */
public record Catalogue<T extends Named>(String kind, List<T> entries) {

    public Catalogue {
        entries = List.copyOf(entries);
    }

    public Optional<T> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The names with what they are, one a line. */
    public String listing() {
        if (entries.isEmpty()) {
            return "There is no " + kind + " yet.";
        }
        int width =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(1);
        String line = "  %-" + width + "s  %s";
        return entries.stream()
                .map(entry -> line.formatted(entry.name(), entry.summary()))
                .collect(Collectors.joining("\n"));
    }

    /** The answer to somebody who asked for a name that is not here. */
    public String unknown(String name) {
        return "There is no %s named '%s'. Known:%n%s".formatted(kind, name, listing());
    }
}
