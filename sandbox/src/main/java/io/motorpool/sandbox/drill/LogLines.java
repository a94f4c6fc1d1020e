package io.motorpool.sandbox.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a node wrote into its log. */
record LogLines(List<String> lines) {

    private static final Pattern BEGINNING = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\S+ (?<level>[A-Z]+) .*");

    LogLines {
        lines = List.copyOf(lines);
    }

    static LogLines of(Path log) {
        try {
            return new LogLines(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + log, failed);
        }
    }

    /** The entries of a level; each begins a line, and its stack trace follows in others. */
    List<String> entries(String level) {
        return lines.stream()
                .filter(line -> {
                    var matcher = BEGINNING.matcher(line);
                    return matcher.matches() && matcher.group("level").equals(level);
                })
                .toList();
    }

    /** Only what came after so many lines. */
    LogLines since(int line) {
        return new LogLines(lines.subList(Math.min(line, lines.size()), lines.size()));
    }

    String summary() {
        return "%,d lines, warnings: %,d, errors: %,d"
                .formatted(
                        lines.size(), entries("WARN").size(), entries("ERROR").size());
    }
}
