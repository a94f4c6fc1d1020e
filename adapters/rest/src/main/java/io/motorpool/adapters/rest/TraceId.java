package io.motorpool.adapters.rest;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number under which to ask about a request: the caller's own, if it sent one (W3C Trace Context). */
final class TraceId {

    private static final String KEY = TraceId.class.getName();
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceId() {}

    /** The same one each time that it is asked for within a request. */
    static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String made = made(request.request().getHeader("traceparent"));
        request.put(KEY, made);
        return made;
    }

    private static String made(@Nullable String parent) {
        if (parent != null) {
            var sent = TRACE_PARENT.matcher(parent);
            if (sent.matches()) {
                return sent.group(1);
            }
        }
        return UUID.randomUUID().toString().replace("-", "");
    }
}
