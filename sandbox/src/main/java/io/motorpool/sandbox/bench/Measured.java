package io.motorpool.sandbox.bench;

import java.util.List;

/** What a benchmark found, in the order in which it is to be read. */
public record Measured(String benchmark, List<Figure> figures) {

    public Measured {
        figures = List.copyOf(figures);
    }

    /**
     * @param unit for example {@code requests/s} or {@code ms}
     */
    public record Figure(String name, double value, String unit) {}
}
