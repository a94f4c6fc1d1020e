package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.Ports;
import io.motorpool.sandbox.files.PrivateFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail server (SMTP, RFC 5321) that takes every letter and delivers none: they stay in one folder, which only its owner
 * may read, because letters carry what opens accounts.
 */
public final class MailPart implements AutoCloseable {

    private static final int LONGEST = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Path folder;
    private final boolean temporary;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong letters = new AtomicLong();
    private final Runnable stopAtExit = this::close;
    private int port;
    private @Nullable Listening listening;

    private record Listening(ServerSocket socket, Thread thread) {}

    private MailPart(Path folder, int port, boolean temporary) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.temporary = temporary;
    }

    /**
     * A server with kept letters, not started yet.
     *
     * @param port 0 for a free one, chosen at the first start and kept for restarts of this part
     */
    public static MailPart in(Path folder, int port) {
        return new MailPart(folder, port, false);
    }

    static MailPart temporaryNotStarted() {
        return new MailPart(Folders.temporary("motorpool-mail-"), 0, true);
    }

    public synchronized void start() {
        if (listening != null) {
            return;
        }
        port = Ports.choose(port);
        try {
            ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listening = new Listening(socket, Thread.ofVirtual().name("mail").start(() -> accept(socket)));
        } catch (IOException failed) {
            throw new PartFailedException("the mail server did not start on port " + port, failed);
        }
        AtExit.run(stopAtExit);
    }

    public synchronized void stop() {
        AtExit.forget(stopAtExit);
        Listening ending = listening;
        if (ending == null) {
            return;
        }
        listening = null;
        try {
            ending.socket().close();
            ending.thread().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the mail server stops", interrupted);
        } catch (IOException failed) {
            throw new UncheckedIOException("the mail server does not stop", failed);
        }
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    public synchronized boolean isRunning() {
        return listening != null;
    }

    public int port() {
        return port;
    }

    /** All letters, the oldest first. */
    public List<Mail> letters() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".eml"))
                    .sorted()
                    .map(MailPart::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder, failed);
        }
    }

    /** The one that came last. */
    public Optional<Mail> latest() {
        try (Stream<Path> files = Files.list(Folders.create(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".eml"))
                    .max(Comparator.naturalOrder())
                    .map(MailPart::read);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder, failed);
        }
    }

    /** The latest letter to this address that came after so many others to it; waits for it. */
    public Mail awaitLetter(String to, long others) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<Mail> arrived = to(to);
            if (arrived.size() > others) {
                return arrived.getLast();
            }
            pause();
        }
        throw new PartFailedException("no letter to %s came within %d s".formatted(to, PATIENCE.toSeconds()));
    }

    /** All letters to this address, the oldest first. */
    public List<Mail> to(String address) {
        return letters().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    private static Mail read(Path file) {
        try {
            String name = file.getFileName().toString();
            Instant arrived = Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-'))));
            return MailText.read(Files.readString(file, StandardCharsets.ISO_8859_1), arrived);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread _ = Thread.ofVirtual().name("mail-client").start(() -> serve(client));
            } catch (IOException _) {
                // Closed, which the loop sees; or a client that went before it was served.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            new Conversation(
                            new BufferedReader(
                                    new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1)),
                            new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII))
                    .hold();
        } catch (IOException _) {
            // The client went away; its letter was not acknowledged, so it sends it again.
        }
    }

    /** Acknowledged only when it is on the disk. */
    private void keep(String message) {
        String name = "%013d-%06d.eml".formatted(clock.millis(), letters.incrementAndGet());
        PrivateFile.write(folder.resolve(name), message, StandardCharsets.ISO_8859_1);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a letter", interrupted);
        }
    }

    /** One client's commands, in turn. */
    private final class Conversation {

        private final BufferedReader in;
        private final Writer out;

        Conversation(BufferedReader in, Writer out) {
            this.in = in;
            this.out = out;
        }

        void hold() throws IOException {
            say("220 motorpool.sandbox ESMTP");
            String line;
            while ((line = in.readLine()) != null) {
                String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (command) {
                    case "EHLO" -> say("250-motorpool.sandbox\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE " + LONGEST);
                    case "DATA" -> {
                        say("354 end with a dot");
                        Optional<String> message = message();
                        message.ifPresent(MailPart.this::keep);
                        say(message.isPresent() ? "250 kept" : "552 too long");
                    }
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    case "HELO", "MAIL", "RCPT", "RSET", "NOOP" -> say("250 ok");
                    default -> say("502 unknown here");
                }
            }
        }

        /** Up to the line with a dot alone; empty when it is longer than anybody writes. */
        private Optional<String> message() throws IOException {
            StringBuilder message = new StringBuilder();
            boolean fits = true;
            String line;
            while ((line = in.readLine()) != null && !line.equals(".")) {
                fits &= message.length() + line.length() <= LONGEST;
                if (fits) {
                    message.append(line.startsWith(".") ? line.substring(1) : line)
                            .append("\r\n");
                }
            }
            if (line == null) {
                throw new IOException("the letter was cut off");
            }
            return fits ? Optional.of(message.toString()) : Optional.empty();
        }

        private void say(String answer) throws IOException {
            out.write(answer + "\r\n");
            out.flush();
        }
    }
}
