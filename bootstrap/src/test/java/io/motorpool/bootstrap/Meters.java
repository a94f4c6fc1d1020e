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

    /** @param line as Prometheus names it, labels and all; 0 when nothing was counted yet */
    double value(String line) {
        return ask("/q/metrics")
                .body()
                .lines()
                .filter(each -> each.startsWith(line + " "))
                .mapToDouble(each -> Double.parseDouble(each.substring(line.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    HttpResponse<String> readiness() {
        return ask("/q/health/ready");
    }

    HttpResponse<String> ask(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(node.resolve(path))
                            .header("Accept", "text/plain; version=0.0.4, application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
