package io.motorpool.adapters.keys.verification;

import io.motorpool.adapters.keys.publication.JwkSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A set that is published on this machine. */
public final class FileOrigin implements KeySetOrigin {

    private final Path file;
    private final Executor threads;

    public FileOrigin(Path file, Executor threads) {
        this.file = file;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<String> fetch() {
        return CompletableFuture.supplyAsync(this::read, threads);
    }

    private String read() {
        try (var content = Files.newInputStream(file)) {
            return new String(content.readNBytes(JwkSet.MOST_CHARACTERS + 1), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
