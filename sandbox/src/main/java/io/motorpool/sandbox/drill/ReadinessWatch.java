package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.app.MotorpoolProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** Asks a node several times a second whether it is ready, as whoever sends it requests would. */
final class ReadinessWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Queue<Look> looks = new ConcurrentLinkedQueue<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest question;
    private final Thread thread;

    /** @param status 0 when no answer came in time */
    record Look(Instant at, int status) {

        boolean ready() {
            return status == 200;
        }
    }

    private ReadinessWatch(URI url) {
        question = HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        thread = Thread.ofVirtual().unstarted(this::watch);
    }

    static ReadinessWatch of(MotorpoolProcess node) {
        ReadinessWatch watch = new ReadinessWatch(node.url());
        watch.thread.start();
        return watch;
    }

    /** What was seen after a moment, until another. */
    List<Look> between(Instant from, Instant until) {
        return looks.stream()
                .filter(look -> look.at().isAfter(from) && look.at().isBefore(until))
                .toList();
    }

    /** When this was first seen after a moment; that far away when it was not. */
    Instant first(Instant after, Predicate<Look> which) {
        return looks.stream()
                .filter(look -> look.at().isAfter(after))
                .filter(which)
                .map(Look::at)
                .findFirst()
                .orElse(Instant.MAX);
    }

    @Override
    public void close() {
        thread.interrupt();
        http.close();
    }

    private void watch() {
        try {
            while (true) {
                looks.add(new Look(Instant.now(), ask()));
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            // The end of the watch.
        }
    }

    private int ask() throws InterruptedException {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }
}
