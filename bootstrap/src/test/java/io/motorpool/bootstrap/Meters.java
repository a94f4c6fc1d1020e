package io.motorpool.bootstrap;

import io.motorpool.sandbox.app.MotorpoolProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a node says of itself, past the API: its meters and whether it is ready. */
final class Meters {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI node;

    private Meters(URI node) {
        this.node = node;
    }

    static Meters of(MotorpoolProcess node) {
        return new Meters(node.url());
    }

    static Meters at(URI node) {
        return new Meters(node);
    }

    /**
     * The sum of a meter's values.
     *
     * @param tag one that all of them have, as {@code name="value"}
     */
    double value(String meter, String tag) {
        return ask("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(meter + "{") && line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Of a meter without tags. */
    double value(String meter) {
        return ask("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(meter + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** How many requests were answered with this problem. */
    double problems(String code) {
        return value("motorpool_problems_total", "code=\"%s\"".formatted(code));
    }

    /** How many passwords were compared with a hash, somebody's or nobody's. */
    double comparisons() {
        return value("motorpool_passwords_seconds_count", "work=\"compared\"");
    }

    HttpResponse<String> readiness() {
        return ask("/q/health/ready");
    }

    HttpResponse<String> ask(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(node.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
