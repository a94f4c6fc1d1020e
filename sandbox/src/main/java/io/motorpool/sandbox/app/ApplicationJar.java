package io.motorpool.sandbox.app;

import io.motorpool.sandbox.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged application.
 *
 * @param folder the folder of {@code quarkus-run.jar} and the libraries beside it
 */
public record ApplicationJar(Path folder) {

    static final String JAR = "quarkus-run.jar";

    /** What the build of the project in this folder made. */
    public static ApplicationJar builtIn(Path project) {
        Path folder = project.resolve("bootstrap").resolve("target").resolve("quarkus-app");
        if (!Files.exists(folder.resolve(JAR))) {
            throw new ApplicationFailedException("The application is not built: " + folder.resolve(JAR)
                    + " is missing. Run: mvn package -DskipTests");
        }
        return new ApplicationJar(folder);
    }

    /** Tells one build from another by what a JVM compares before it trusts its cache: names, sizes, times of change. */
    public String build() {
        MessageDigest digest = sha256();
        for (Path file : files()) {
            digest.update(describe(file).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    /**
     * The same application in a folder of its own below the given one, so that the next build does not pull the jars out
     * from under a running process. Older copies are deleted.
     */
    public ApplicationJar copiedInto(Path parent) {
        Path target = parent.resolve(build()).toAbsolutePath();
        if (!Files.exists(target.resolve(JAR))) {
            Folders.delete(parent);
            Path draft = target.resolveSibling("copying");
            Folders.copy(folder, draft);
            try {
                Files.move(draft, target);
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot copy the application to " + target, failed);
            }
        }
        return new ApplicationJar(target);
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder, failed);
        }
    }

    private String describe(Path file) {
        try {
            return "%s %d %d%n"
                    .formatted(
                            folder.relativize(file),
                            Files.size(file),
                            Files.getLastModifiedTime(file).toMillis());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
