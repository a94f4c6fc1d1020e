package io.motorpool.adapters.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the present call besides what it says.
 *
 * @param method its full name: {@code motorpool.reservation.v1.ReservationService/GetReservation}
 * @param bearer the token that came with it, whatever it is
 * @param connection the address at the other end
 * @param forwarded from where proxies say it has come
 * @param traceId under which to ask about it: the caller's own, if it sent one (W3C Trace Context)
 * @param ending that the caller waits no longer
 * @param outlet whether the caller can take another answer
 */
record Call(
        String method,
        Optional<String> bearer,
        String connection,
        List<String> forwarded,
        String traceId,
        Ending ending,
        Outlet outlet) {

    static final Context.Key<Call> KEY = Context.key("motorpool.call");

    private static final Metadata.Key<String> AUTHORIZATION = ascii("authorization");
    private static final Metadata.Key<String> FORWARDED = ascii("x-forwarded-for");
    private static final Metadata.Key<String> TRACE_PARENT = ascii("traceparent");
    private static final Pattern BEARER = Pattern.compile("bearer +(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRACE_PARENT_FORM =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    Call {
        forwarded = List.copyOf(forwarded);
    }

    /** A token is no text for a log. */
    @Override
    public String toString() {
        return method + " (trace " + traceId + ")";
    }

    static Call of(String method, Metadata headers, String connection, Outlet outlet) {
        return new Call(
                method,
                bearer(headers),
                connection,
                all(headers, FORWARDED),
                traceId(headers.get(TRACE_PARENT)),
                new Ending(),
                outlet);
    }

    /** The one that is being answered. */
    static Call current() {
        Call call = KEY.get();
        if (call == null) {
            throw new IllegalStateException("outside of a call");
        }
        return call;
    }

    /** Who says two things says nothing. */
    private static Optional<String> bearer(Metadata headers) {
        List<String> sent = all(headers, AUTHORIZATION);
        if (sent.size() != 1) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(sent.getFirst());
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    private static String traceId(@Nullable String parent) {
        if (parent != null) {
            Matcher sent = TRACE_PARENT_FORM.matcher(parent);
            if (sent.matches()) {
                return sent.group(1);
            }
        }
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static List<String> all(Metadata headers, Metadata.Key<String> key) {
        Iterable<String> values = headers.getAll(key);
        return values == null
                ? List.of()
                : StreamSupport.stream(values.spliterator(), false).toList();
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
