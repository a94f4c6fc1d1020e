package io.motorpool.sandbox.app;

import io.motorpool.sandbox.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a JVM learned while it ran one build of the application (JEP 514): written when that JVM ends in order, read by
 * every later one, which then starts in a fraction of the time.
 */
record AotCache(Path file) {

    static AotCache of(ApplicationJar application, Path folder) {
        String java = Runtime.version().toString().replaceAll("[^A-Za-z0-9.]", "-");
        return new AotCache(
                Folders.create(folder.toAbsolutePath()).resolve("app-%s-%s.aot".formatted(application.build(), java)));
    }

    boolean exists() {
        return Files.exists(file);
    }

    List<String> toRead() {
        return List.of("-XX:AOTCache=" + file);
    }

    /** Has it recorded if there is none, unless somebody else is about to: then it is not waited for. */
    void once(Runnable recording) {
        Path turn = file.resolveSibling("recording");
        try (FileChannel channel = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && !exists()) {
                recording.run();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot take a turn at " + turn, failed);
        }
    }

    /**
     * Under another name first: a JVM that is killed while it writes leaves half a cache. Without the hundreds of
     * warnings about classes that it leaves out.
     */
    List<String> toRecord() {
        return List.of("-XX:AOTCacheOutput=" + draft(), "-Xlog:aot=error");
    }

    /** Caches of earlier builds go: each takes a hundred megabytes, and no JVM reads them any more. */
    void keepRecorded() {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(file.resolveSibling(""), "app-*.aot*")) {
            if (Files.exists(draft())) {
                Files.move(draft(), file, StandardCopyOption.REPLACE_EXISTING);
                for (Path cache : earlier) {
                    if (!cache.getFileName().equals(file.getFileName())) {
                        Files.deleteIfExists(cache);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot keep the start-up cache " + file, failed);
        }
    }

    void forgetRecorded() {
        try {
            Files.deleteIfExists(draft());
            Files.deleteIfExists(file.resolveSibling(draft().getFileName() + ".config"));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + draft(), failed);
        }
    }

    private Path draft() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
