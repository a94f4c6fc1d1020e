package io.motorpool.sandbox.drill;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what a drill did and counted, one line each. */
record Report(PrintWriter out) {

    void line(String what, String result) {
        out.printf("  %-34s %s%n", what, result);
        out.flush();
    }

    void line(String what, Map<String, Long> counts) {
        line(
                what,
                counts.entrySet().stream()
                        .map(count -> "%s: %,d".formatted(count.getKey(), count.getValue()))
                        .collect(Collectors.joining(", ")));
    }
}
