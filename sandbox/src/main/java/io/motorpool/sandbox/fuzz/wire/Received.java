package io.motorpool.sandbox.fuzz.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer as it came.
 *
 * @param text the body, read as UTF-8; a file that is no text is kept byte by byte, each as one character
 */
public record Received(int status, List<Header> headers, String text, Duration took) {

    public Received {
        headers = List.copyOf(headers);
    }

    static Received of(int status, List<Header> headers, byte[] body, Duration took) {
        Received bytes = new Received(status, headers, new String(body, StandardCharsets.ISO_8859_1), took);
        return bytes.isFile() ? bytes : new Received(status, headers, new String(body, StandardCharsets.UTF_8), took);
    }

    private boolean isFile() {
        return mediaType().startsWith("application/vnd.");
    }

    /** What a file consists of. */
    public Optional<byte[]> file() {
        return isFile() ? Optional.of(text.getBytes(StandardCharsets.ISO_8859_1)) : Optional.empty();
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
