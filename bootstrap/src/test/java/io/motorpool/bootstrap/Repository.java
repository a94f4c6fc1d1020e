package io.motorpool.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository, for rules about what compiled classes do not show. */
final class Repository {

    /** Folders of what tools put there. */
    private static final Set<String> MADE = Set.of("target", "node_modules", ".git", ".motorpool");

    private static final Path ROOT = find();

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    /** How it is called from the root. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file that people wrote, in order. */
    static List<Path> files() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(Repository::isWritten)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(String ending) {
        return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    private static boolean isWritten(Path file) {
        for (Path part : ROOT.relativize(file)) {
            String name = part.toString();
            if (MADE.contains(name)) {
                return false;
            }
        }
        return true;
    }

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("adr"))) {
            folder = Objects.requireNonNull(folder.getParent(), "this test runs within the repository");
        }
        return folder;
    }
}
