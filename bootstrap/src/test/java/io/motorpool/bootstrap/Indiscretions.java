package io.motorpool.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a log must not tell, whoever did whatever: what opens something, and whose it is (P19). */
final class Indiscretions {

    private static final Map<String, Pattern> KINDS = kinds();

    private Indiscretions() {}

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("a signed token", Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"));
        kinds.put(
                "a refresh token",
                Pattern.compile("(?<![A-Za-z0-9_.-])[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])"));
        kinds.put(
                "a secret or what it is known by",
                word("(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Z])[A-Za-z0-9_-]{43}"));
        kinds.put("a password's hash", Pattern.compile("\\$argon2"));
        kinds.put("a private key", Pattern.compile("PRIVATE KEY|MII[A-Za-z0-9+/_-]{200}"));
        kinds.put("a password", Pattern.compile(Pattern.quote(Somebody.PASSWORD) + "|yellow tricycles"));
        kinds.put("an e-mail address", Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"));
        kinds.put("a name", Pattern.compile("\\p{IsHangul}{2,}"));
        return kinds;
    }

    private static Pattern word(String text) {
        return Pattern.compile("(?<![A-Za-z0-9_.-])" + text + "(?![A-Za-z0-9_.-])");
    }

    /** What is found in the logs of a folder, each with its kind; key ids are public and may be told. */
    static List<String> in(Path folder, String keySet) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = new ArrayList<>();
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
                    lines.forEach(line -> KINDS.forEach((kind, pattern) -> pattern.matcher(line)
                            .results()
                            .filter(match -> !keySet.contains(match.group()))
                            .forEach(match -> found.add("%s in %s: %s".formatted(kind, log.getFileName(), line)))));
                }
            }
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the logs in " + folder, failed);
        }
    }
}
