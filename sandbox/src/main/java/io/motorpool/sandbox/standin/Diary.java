package io.motorpool.sandbox.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * What happened, one line each, on the disk before anybody is told. A line that a crash cut off was never told to anybody
 * either, and is dropped.
 */
public final class Diary implements AutoCloseable {

    private final FileChannel file;

    private Diary(FileChannel file) {
        this.file = file;
    }

    /** @param each takes every line, in order */
    public static Diary open(Path path, Consumer<JsonNode> each) {
        try {
            long whole = Files.exists(path) ? read(path, each) : 0;
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileChannel _ = file.truncate(whole).position(whole);
            return new Diary(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot open " + path, failed);
        }
    }

    private static long read(Path path, Consumer<JsonNode> each) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                each.accept(Call.JSON.readTree(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
                start = end + 1;
            }
        }
        return start;
    }

    public void append(JsonNode line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                int _ = file.write(bytes);
            }
            file.force(false);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the diary", failed);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close the diary", failed);
        }
    }
}
