package io.motorpool.sandbox.fuzz.wire;

import io.motorpool.sandbox.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells a request as a command that a shell takes and that sends the same bytes again, as far as curl can. */
public final class Curl {

    private static final int LONGEST_ARGUMENT = 2_000;

    private final URI server;
    private final Path bodies;

    /** @param bodies where bodies are kept that no shell passes on unharmed */
    public Curl(URI server, Path bodies) {
        this.server = server;
        this.bodies = bodies;
    }

    public String command(Sent sent) {
        StringBuilder command = new StringBuilder("curl -i -g --path-as-is");
        command.append(sent.method().equals("HEAD") ? " -I" : " -X " + quoted(sent.method()));
        for (Header header : sent.headers()) {
            command.append(" -H ").append(quoted(line(header)));
        }
        if (sent.hasBody()) {
            // Otherwise curl adds a type of its own.
            command.append(sent.header("Content-Type").isEmpty() ? " -H 'Content-Type:'" : "");
            command.append(" --data-binary ").append(data(sent.body()));
        }
        return command.append(' ')
                .append(quoted("http://" + server.getAuthority() + sent.target()))
                .toString();
    }

    private static String line(Header header) {
        return header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value();
    }

    private String data(byte[] body) {
        return isPlain(body) ? quoted(new String(body, StandardCharsets.UTF_8)) : "@" + quoted(kept(body));
    }

    private String kept(byte[] body) {
        Path file = Folders.create(bodies).resolve("%08x.body".formatted(Arrays.hashCode(body)));
        try {
            return Files.write(file, body).toAbsolutePath().toString();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    private static boolean isPlain(byte[] body) {
        if (body.length > LONGEST_ARGUMENT || (body.length > 0 && body[0] == '@')) {
            return false;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .chars()
                    .noneMatch(Character::isISOControl);
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
