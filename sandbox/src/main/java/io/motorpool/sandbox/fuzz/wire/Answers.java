package io.motorpool.sandbox.fuzz.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads answers off a connection, one after the other. */
final class Answers {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");
    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream in;

    Answers(InputStream in) {
        this.in = in;
    }

    /**
     * @param headOnly the answer to a {@code HEAD}, which has no body whatever it says
     */
    Received next(boolean headOnly, long askedAt) throws IOException {
        int status = status();
        List<Header> headers = headers();
        while (status >= 100 && status < 200) {
            status = status();
            headers = headers();
        }
        byte[] body = headOnly || status == 204 || status == 304 ? new byte[0] : body(headers);
        return Received.of(status, headers, body, Duration.ofNanos(System.nanoTime() - askedAt));
    }

    private int status() throws IOException {
        String line = line();
        Matcher status = STATUS_LINE.matcher(line);
        if (!status.matches()) {
            throw new NoAnswerException("this is no HTTP answer: " + line);
        }
        return Integer.parseInt(status.group(1));
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new NoAnswerException("this is no header: " + line);
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private byte[] body(List<Header> headers) throws IOException {
        if (value(headers, "Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return chunks();
        }
        Optional<String> length = value(headers, "Content-Length");
        return length.isPresent() ? exactly(Integer.parseInt(length.get())) : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            whole.writeBytes(exactly(size));
            String _ = line();
        }
        List<Header> _ = headers();
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        return Integer.parseInt((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new NoAnswerException("the connection was closed in the middle of an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new NoAnswerException("the connection was closed without an answer");
            }
            if (line.size() > LONGEST_LINE) {
                throw new NoAnswerException("a line of the answer does not end");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static Optional<String> value(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }
}
