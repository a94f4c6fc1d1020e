package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.app.MotorpoolProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;

/** What a node measures of itself, in the format of Prometheus. */
record Metrics(String text) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    static Metrics of(MotorpoolProcess node) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(node.url().resolve("/q/metrics"))
                .timeout(PATIENCE)
                .build();
        return new Metrics(
                HTTP.send(question, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** The value of a meter; the sum, when it has several by their tags. */
    OptionalDouble value(String meter) {
        double[] values = text.lines()
                .filter(line -> line.startsWith(meter + " ") || line.startsWith(meter + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(values).sum());
    }
}
