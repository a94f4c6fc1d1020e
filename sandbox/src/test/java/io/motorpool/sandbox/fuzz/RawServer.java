package io.motorpool.sandbox.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A server that hands on requests as they come, because libraries answer odd ones themselves. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Function<Question, Optional<Reply>> handler;

    private RawServer(ServerSocket socket, Function<Question, Optional<Reply>> handler) {
        this.socket = socket;
        this.handler = handler;
    }

    record Question(String method, String target, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String path() {
            return target.split("\\?", 2)[0];
        }
    }

    record Reply(int status, List<String> headers, String body) {

        /** Whether the server gives the connection up, as real ones do when they could not read a head. */
        boolean isBare() {
            return body.isEmpty();
        }
    }

    /** @param handler answers nothing to end the connection without an answer */
    static RawServer started(Function<Question, Optional<Reply>> handler) throws IOException {
        RawServer server = new RawServer(new ServerSocket(0), handler);
        Thread _ = Thread.ofVirtual().start(server::accept);
        return server;
    }

    URI url() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                Thread _ = Thread.ofVirtual().start(() -> serve(accepted));
            } catch (SocketException _) {
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            InputStream in = new BufferedInputStream(accepted.getInputStream());
            for (Optional<Question> next = read(in); next.isPresent(); next = read(in)) {
                Optional<Reply> reply = handler.apply(next.get());
                if (reply.isEmpty()) {
                    return;
                }
                accepted.getOutputStream().write(written(next.get(), reply.get()));
                if (reply.get().isBare()) {
                    return;
                }
            }
        } catch (IOException _) {
            // The client went away.
        }
    }

    private static Optional<Question> read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        String[] words = first.split(" ");
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        return Optional.of(new Question(words[0], words[1], headers, in.readNBytes(length)));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static byte[] written(Question question, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("HTTP/1.1 %d Said\r\nContent-Length: %d\r\n"
                .formatted(reply.status(), body.length)
                .getBytes(StandardCharsets.UTF_8));
        for (String header : reply.headers()) {
            out.writeBytes((header + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        if (!question.method().equals("HEAD")) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }
}
