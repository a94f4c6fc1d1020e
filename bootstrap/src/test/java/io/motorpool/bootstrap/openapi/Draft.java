package io.motorpool.bootstrap.openapi;

import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.wire.Header;
import io.motorpool.sandbox.fuzz.wire.Sent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not sent yet, so that one thing of it can be changed.
 *
 * @param path with ids in place of names
 * @param body as it will leave; absent when there is none
 */
record Draft(
        Operation operation,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body) {

    Draft {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    Draft withPath(String other) {
        return new Draft(operation, other, query, headers, body);
    }

    Draft withBody(@Nullable String other) {
        return new Draft(operation, path, query, headers, other);
    }

    /** @param value as it is meant; absent to leave the parameter out */
    Draft withQuery(String name, @Nullable String value) {
        return new Draft(operation, path, changed(query, name, value), headers, body);
    }

    Draft withHeader(String name, @Nullable String value) {
        return new Draft(operation, path, query, changed(headers, name, value), body);
    }

    Draft as(String token) {
        return withHeader("Authorization", "Bearer " + token);
    }

    Sent sent() {
        List<Header> lines = headers.entrySet().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return new Sent(operation.method(), path + queryString(), lines, bytes);
    }

    private String queryString() {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Map<String, String> changed(Map<String, String> all, String name, @Nullable String value) {
        Map<String, String> changed = new TreeMap<>(all);
        if (value == null) {
            var _ = changed.remove(name);
        } else {
            var _ = changed.put(name, value);
        }
        return changed;
    }

    @Override
    public String toString() {
        return operation.toString();
    }
}
