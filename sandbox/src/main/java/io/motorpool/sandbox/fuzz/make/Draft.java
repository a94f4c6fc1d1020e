package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.fuzz.contract.Asked;
import io.motorpool.sandbox.fuzz.contract.Expectation;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.wire.Header;
import io.motorpool.sandbox.fuzz.wire.Sent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is not sent yet, and can still be spoiled. */
final class Draft {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Servers read no longer first line than four kibibytes, and there is more in it than this. */
    private static final int LONGEST_TARGET = 3_900;

    private final Operation operation;
    private final List<Header> headers = new ArrayList<>();
    private final List<String> query = new ArrayList<>();
    private final List<String> spoiled = new ArrayList<>();
    private String method;
    private String path;
    private Caller caller;
    private @Nullable JsonNode body;
    private byte @Nullable [] bytes;
    private Expectation expectation = Expectation.ANYTHING;
    private boolean astray;
    private Optional<String> part = Optional.empty();
    private Optional<String> unreadable = Optional.empty();

    Draft(Operation operation, String path, Caller caller) {
        this.operation = operation;
        this.method = operation.method();
        this.path = path;
        this.caller = caller;
    }

    Operation operation() {
        return operation;
    }

    Caller caller() {
        return caller;
    }

    void by(Caller other) {
        caller = other;
        part = Optional.empty();
    }

    /** The part that the caller plays. */
    void plays(String name) {
        part = Optional.of(name);
    }

    /** Empty when it is somebody out of their part. */
    Optional<String> part() {
        return part;
    }

    String method() {
        return method;
    }

    /** Another method addresses something else, so nothing is known of its answer any more. */
    void method(String other) {
        method = other;
        astray = true;
    }

    String path() {
        return path;
    }

    /** The same operation on another thing. */
    void subject(String before, String after) {
        path = path.replace(before, after);
    }

    /** Another path addresses something else, so nothing is known of its answer any more. */
    void path(String other) {
        path = other;
        astray = true;
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    void header(String name, String value) {
        dropHeader(name);
        headers.add(new Header(name, value));
    }

    void oneMoreHeader(String name, String value) {
        headers.add(new Header(name, value));
    }

    void dropHeader(String name) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    }

    /** Takes the place of what the name had before. */
    void query(String name, String value) {
        query.removeIf(pair -> pair.startsWith(name + "="));
        oneMoreQuery(name, value);
    }

    /** Path and query as they were before. */
    void target(String before) {
        int question = before.indexOf('?');
        path = question < 0 ? before : before.substring(0, question);
        query.clear();
        if (question >= 0) {
            query.addAll(List.of(before.substring(question + 1).split("&")));
        }
    }

    void oneMoreQuery(String name, String value) {
        query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    void rawQuery(String pair) {
        query.add(pair);
    }

    List<String> queryNames() {
        return query.stream()
                .map(pair -> pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair)
                .toList();
    }

    Optional<JsonNode> body() {
        return bytes == null ? Optional.ofNullable(body) : Optional.empty();
    }

    void body(JsonNode other) {
        body = other;
        bytes = null;
    }

    /** Instead of what JSON there was. */
    void bytes(byte[] other) {
        bytes = other;
    }

    void text(String other) {
        bytes(other.getBytes(StandardCharsets.UTF_8));
    }

    /** The JSON as it would be sent. */
    String json() {
        try {
            return body == null ? "{}" : JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void spoiled(String how, Expectation expected) {
        spoiled.add(how);
        // Of two faults, the server may complain of either.
        expectation = spoiled.size() == 1 ? expected : both(expectation, expected);
    }

    /** Spoiled so that HTTP itself is broken. */
    void unreadable(String how) {
        spoiled(how, Expectation.ANYTHING);
        unreadable = Optional.of(how);
    }

    private static Expectation both(Expectation first, Expectation second) {
        if (first instanceof Expectation.Anything) {
            return weaker(second);
        }
        return weaker(first);
    }

    private static Expectation weaker(Expectation expected) {
        return switch (expected) {
            case Expectation.Status status -> new Expectation.Refusal(status.because());
            case Expectation.Repetition _ -> Expectation.ANYTHING;
            case Expectation.Refusal _, Expectation.Anything _, Expectation.Unreadable _ -> expected;
        };
    }

    /** How it was spoiled, for a report; empty for a sensible one. */
    List<String> faults() {
        return List.copyOf(spoiled);
    }

    Asked asked() {
        List<Header> all = new ArrayList<>(headers);
        caller.authorization().get().ifPresent(value -> all.add(new Header("Authorization", value)));
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        Expectation usual = astray ? Expectation.ANYTHING : expectation;
        Expectation known = Optional.of("a line without an end")
                .filter(_ -> target.length() > LONGEST_TARGET)
                .or(() -> unreadable)
                .or(() -> all.stream().anyMatch(Draft::breaksHttp)
                        ? Optional.of("a header with a control character")
                        : Optional.empty())
                .<Expectation>map(Expectation.Unreadable::new)
                .orElse(usual);
        return new Asked(new Sent(method, target, all, content()), known, caller.actsFor());
    }

    /** RFC 9110, 5.5: a tab is the only one of them that a field may have. */
    private static boolean breaksHttp(Header header) {
        return header.value().chars().anyMatch(character -> character != '\t' && Character.isISOControl(character));
    }

    private byte @Nullable [] content() {
        if (bytes != null) {
            return bytes;
        }
        return body == null ? null : json().getBytes(StandardCharsets.UTF_8);
    }
}
