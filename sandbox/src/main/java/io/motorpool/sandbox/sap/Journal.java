package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;

/**
 * What was stored, one line each, on the disk before anybody is told. A line that a crash cut off was never told to
 * anybody either, and is dropped.
 */
final class Journal implements AutoCloseable {

    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** @param each takes the set and the record of every line, in order */
    static Journal open(Path path, BiConsumer<String, JsonNode> each) {
        try {
            long whole = Files.exists(path) ? read(path, each) : 0;
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileChannel _ = file.truncate(whole).position(whole);
            return new Journal(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot open " + path, failed);
        }
    }

    private static long read(Path path, BiConsumer<String, JsonNode> each) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                JsonNode line = Payload.JSON.readTree(new String(bytes, start, end - start, StandardCharsets.UTF_8));
                each.accept(line.path("set").textValue(), line.path("record"));
                start = end + 1;
            }
        }
        return start;
    }

    void append(String set, Entity entity) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("set", set).set("record", entity.stored());
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap((Payload.JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                int _ = file.write(bytes);
            }
            file.force(false);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the journal", failed);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close the journal", failed);
        }
    }
}
