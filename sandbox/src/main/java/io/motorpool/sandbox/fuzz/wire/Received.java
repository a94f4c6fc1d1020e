package io.motorpool.sandbox.fuzz.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer as it came.
 *
 * @param text the body, read as UTF-8
 */
public record Received(int status, List<Header> headers, String text, Duration took) {

    public Received {
        headers = List.copyOf(headers);
    }

    static Received of(int status, List<Header> headers, byte[] body, Duration took) {
        return new Received(status, headers, new String(body, StandardCharsets.UTF_8), took);
    }

    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    /** The media type without its parameters, in small letters; empty when none is named. */
    public String mediaType() {
        String type = header("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /** A server that cannot make out where a request ends has to give the connection up, and does not say so. */
    boolean isOfUnreadableHead() {
        return text.isEmpty() && (status == 400 || status == 414 || status == 431);
    }

    boolean closes() {
        return header("Connection")
                .filter(value -> value.equalsIgnoreCase("close"))
                .isPresent();
    }
}
