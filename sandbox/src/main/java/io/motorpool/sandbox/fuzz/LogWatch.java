package io.motorpool.sandbox.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an application complains about in its log from now on: errors, and whatever comes with a stack trace. */
final class LogWatch {

    private static final Pattern BAD =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\S+ (ERROR|FATAL) .*|(Caused by: )?[\\w.$]+(Exception|Error)(:.*)?");
    private static final int MOST_SHOWN = 20;

    private final Path log;
    private final long from;

    LogWatch(Path log) {
        this.log = log;
        this.from = size(log);
    }

    /** A line for each kind, told once, and how often it was written. */
    List<String> complaints() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        Map<String, String> first = new LinkedHashMap<>();
        added().lines().filter(line -> BAD.matcher(line).matches()).forEach(line -> {
            String kind = line.replaceAll("^\\S+ \\S+ ", "").replaceAll("[0-9a-f-]{8,}|[0-9]+", "#");
            int _ = kinds.merge(kind, 1, Integer::sum);
            String _ = first.putIfAbsent(kind, line);
        });
        return kinds.entrySet().stream()
                .limit(MOST_SHOWN)
                .map(kind -> "the log says %d times: %s".formatted(kind.getValue(), first.get(kind.getKey())))
                .toList();
    }

    private String added() {
        try {
            byte[] all = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
            int begin = (int) Math.min(from, all.length);
            return new String(all, begin, all.length - begin, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + log, failed);
        }
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + log, failed);
        }
    }
}
