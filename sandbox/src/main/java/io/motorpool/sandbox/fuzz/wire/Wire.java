package io.motorpool.sandbox.fuzz.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept (HTTP/1.1), one request at a time. A server that closes it without having said so leaves
 * somebody without an answer, so nothing is ever sent twice here.
 */
public final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI server;
    private final Duration patience;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public Wire(URI server) {
        this(server, PATIENCE);
    }

    Wire(URI server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    public Received exchange(Sent sent) throws NoAnswerException {
        long start = System.nanoTime();
        try {
            Socket connected = connected();
            boolean whole = write(connected.getOutputStream(), sent);
            Answers answers = new Answers(stream(connected));
            Received received = answers.next(sent.method().equals("HEAD"), start);
            if (received.closes() || received.isOfUnreadableHead() || !whole) {
                close();
            }
            return received;
        } catch (SocketTimeoutException late) {
            close();
            throw new NoAnswerException("no answer within " + patience.toSeconds() + " s", late);
        } catch (NoAnswerException none) {
            close();
            throw none;
        } catch (NumberFormatException odd) {
            close();
            throw new NoAnswerException("the length of the answer cannot be read: " + odd.getMessage());
        } catch (IOException failed) {
            close();
            throw new NoAnswerException("the connection broke: " + failed.getMessage(), failed);
        }
    }

    /** A server may answer and close before it has seen the whole body, so a failure to write is not the end yet. */
    private boolean write(OutputStream out, Sent sent) throws IOException {
        try {
            out.write(sent.head(server.getAuthority()));
            out.write(sent.body());
            out.flush();
            return true;
        } catch (SocketTimeoutException late) {
            throw late;
        } catch (IOException _) {
            return false;
        }
    }

    private Socket connected() throws IOException {
        if (socket == null) {
            Socket fresh = new Socket();
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(Math.toIntExact(patience.toMillis()));
            fresh.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
            socket = fresh;
            in = null;
        }
        return socket;
    }

    private InputStream stream(Socket of) throws IOException {
        if (in == null) {
            in = new BufferedInputStream(of.getInputStream(), 16 * 1024);
        }
        return in;
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
