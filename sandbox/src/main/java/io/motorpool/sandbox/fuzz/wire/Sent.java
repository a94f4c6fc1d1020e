package io.motorpool.sandbox.fuzz.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as it leaves, right or wrong. */
public final class Sent {

    private final String method;
    private final String target;
    private final List<Header> headers;
    private final byte @Nullable [] body;

    /**
     * @param target path and query as they stand in the request line
     * @param headers all but {@code Host} and {@code Content-Length}
     */
    public Sent(String method, String target, List<Header> headers, byte @Nullable [] body) {
        this.method = method;
        this.target = target;
        this.headers = List.copyOf(headers);
        this.body = body == null ? null : body.clone();
    }

    public String method() {
        return method;
    }

    public String target() {
        return target;
    }

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public List<Header> headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    public boolean hasBody() {
        return body != null;
    }

    public byte[] body() {
        return body == null ? new byte[0] : body.clone();
    }

    public boolean sameBodyAs(Sent other) {
        return Arrays.equals(body, other.body);
    }

    byte[] head(String host) {
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ");
        head.append(host).append("\r\n");
        for (Header header : headers) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
