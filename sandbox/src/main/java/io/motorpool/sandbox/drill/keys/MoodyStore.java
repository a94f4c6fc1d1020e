package io.motorpool.sandbox.drill.keys;

import io.motorpool.sandbox.parts.ObjectStorePart;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between everybody and the object store, and passes on what they say byte for byte, signatures and all, while it
 * is in the mood. Else readers get what the mood has for them.
 */
public final class MoodyStore implements AutoCloseable {

    private static final int LONGEST_HEAD = 16_384;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final ObjectStorePart store;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong spoiled = new AtomicLong();
    private volatile Mood mood = Mood.SOUND;

    private MoodyStore(ObjectStorePart store, ServerSocket server) {
        this.store = store;
        this.server = server;
    }

    public static MoodyStore before(ObjectStorePart store) throws IOException {
        MoodyStore moody = new MoodyStore(store, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread _ = Thread.ofVirtual().name("moody-store").start(moody::accept);
        return moody;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Where readers look. */
    public URI published() {
        return endpoint().resolve("/" + ObjectStorePart.BUCKET);
    }

    /** From now on; also for those who are connected already. */
    public void be(Mood next) {
        mood = next;
        open.forEach(MoodyStore::closeQuietly);
    }

    /** How many answers were not what they should have been. */
    public long spoiled() {
        return spoiled.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        open.forEach(MoodyStore::closeQuietly);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread _ = Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // Closed, which the loop sees.
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            byte[] head = head(in);
            if (head.length > 0) {
                answer(client, in, head);
            }
        } catch (IOException _) {
            // Somebody hung up, which is what stores and their clients do.
        } finally {
            open.remove(client);
        }
    }

    private void answer(Socket client, InputStream in, byte[] head) throws IOException {
        Mood now = mood;
        String request = new String(head, StandardCharsets.ISO_8859_1);
        boolean reads = request.startsWith("GET ") || request.startsWith("HEAD ");
        if (now == Mood.FAILING) {
            spoiled.incrementAndGet();
            write(client.getOutputStream(), UNAVAILABLE, new byte[0]);
        } else if (now == Mood.SOUND || !reads) {
            pass(client, in, head);
        } else {
            spoiled.incrementAndGet();
            byte[] content = now.spoil(content(request.split(" ")[1]));
            write(client.getOutputStream(), OK, content);
        }
    }

    private byte[] content(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) store.endpoint().resolve(path).toURL().openConnection();
        try (InputStream found =
                connection.getResponseCode() == OK ? connection.getInputStream() : InputStream.nullInputStream()) {
            return found.readAllBytes();
        }
    }

    private static void write(OutputStream out, int status, byte[] content) throws IOException {
        out.write("HTTP/1.1 %d x\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(status, content.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.flush();
    }

    private void pass(Socket client, InputStream in, byte[] head) throws IOException {
        try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), store.port())) {
            open.add(behind);
            behind.getOutputStream().write(head);
            Thread back = Thread.ofVirtual().start(() -> copy(behind, client));
            try {
                in.transferTo(behind.getOutputStream());
            } finally {
                closeQuietly(behind);
                open.remove(behind);
                back.interrupt();
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            long _ = from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One of them hung up.
        }
        closeQuietly(to);
    }

    /** Up to the empty line; empty when there is none. */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4 && head.size() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
            boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
            matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use any more.
        }
    }
}
