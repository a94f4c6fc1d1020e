package io.motorpool.adapters.grpc;

import io.grpc.Metadata;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a caller waits, as gRPC writes it: at most eight digits and a unit. */
final class Deadline {

    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,8})([HMSmun])");

    private Deadline() {}

    /** Nothing when the caller waits for as long as it takes. What is not written as it should be is no deadline. */
    static Optional<Duration> of(Metadata headers) {
        return Optional.ofNullable(headers.get(TIMEOUT))
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(said -> Duration.of(Long.parseLong(said.group(1)), unit(said.group(2))));
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "H" -> ChronoUnit.HOURS;
            case "M" -> ChronoUnit.MINUTES;
            case "S" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MILLIS;
            case "u" -> ChronoUnit.MICROS;
            default -> ChronoUnit.NANOS;
        };
    }
}
