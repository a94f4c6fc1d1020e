package io.motorpool.sandbox.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for the message that says why something did not start. */
public final class LogTail {

    private static final int LINES = 25;

    private LogTail() {}

    public static String of(Path log) {
        try {
            String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException _) {
            return "(no log at " + log + ")";
        }
    }
}
