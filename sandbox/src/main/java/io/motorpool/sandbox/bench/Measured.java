package io.motorpool.sandbox.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found, in the order in which it is to be read.
 *
 * @param setting what was measured, on what and how, for whoever compares two runs
 */
public record Measured(Map<String, String> setting, List<Compared> comparisons, List<Figure> figures) {

    public Measured {
        comparisons = List.copyOf(comparisons);
        figures = List.copyOf(figures);
    }

    /** Requests that were not answered as they should have been. The figures of such a run mean nothing. */
    public long errors() {
        return comparisons.stream().mapToLong(Compared::errors).sum();
    }

    /** What was hoped for and not reached, a sentence each. */
    public List<String> shortfalls() {
        return Stream.concat(
                        comparisons.stream().flatMap(each -> each.shortfalls().stream()),
                        figures.stream().flatMap(each -> each.shortfalls().stream()))
                .toList();
    }

    /** A figure that stands alone. */
    public record Figure(
            String name,
            double value,
            String unit,
            @Nullable Double atMost) {

        List<String> shortfalls() {
            return atMost != null && value > atMost
                    ? List.of("%s: %.2f %s, hoped for at most %.2f".formatted(name, value, unit, atMost))
                    : List.of();
        }
    }
}
