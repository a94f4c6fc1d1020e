package io.motorpool.sandbox.fuzz.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One method of one path.
 *
 * @param template the path as the document writes it, with names in braces
 * @param body what it takes as JSON; empty when it takes no body
 * @param form whether it takes the fields of a form instead
 * @param upload the media type of a file that it takes instead; empty when it takes none
 * @param open whether everybody may ask, without a token
 * @param responses by status, or by {@code 4XX} and {@code default}
 */
public record Operation(
        String id,
        String method,
        String template,
        List<Parameter> parameters,
        Optional<JsonNode> body,
        boolean form,
        Optional<String> upload,
        boolean open,
        Map<String, Response> responses) {

    public Operation {
        parameters = List.copyOf(parameters);
        responses = Map.copyOf(responses);
    }

    /**
     * @param in {@code path}, {@code query} or {@code header}
     */
    public record Parameter(String in, String name, boolean required, JsonNode schema) {}

    /**
     * @param content a schema for each media type
     * @param headers those that such an answer has
     */
    public record Response(Map<String, JsonNode> content, List<String> headers) {

        public Response {
            content = Map.copyOf(content);
            headers = List.copyOf(headers);
        }
    }

    public Optional<Response> response(int status) {
        return Optional.ofNullable(responses.get(Integer.toString(status)))
                .or(() -> Optional.ofNullable(responses.get(status / 100 + "XX")))
                .or(() -> Optional.ofNullable(responses.get("default")));
    }

    public List<Parameter> parameters(String in) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(in))
                .toList();
    }

    public boolean takesHeader(String name) {
        return parameters("header").stream()
                .anyMatch(parameter -> parameter.name().equalsIgnoreCase(name));
    }

    public List<String> segments() {
        return segments(template);
    }

    /** What the first id in the path is an id of, by the name of its collection: {@code vehicles}. */
    public Optional<String> subject() {
        List<String> segments = segments();
        for (int i = 1; i < segments.size(); i++) {
            if (isVariable(segments.get(i))) {
                return Optional.of(segments.get(i - 1));
            }
        }
        return Optional.empty();
    }

    /** The collection or the series before the last variable of the path: what is shown there is one of these. */
    public String innermost() {
        List<String> segments = segments();
        for (int i = segments.size() - 1; i > 0; i--) {
            if (isVariable(segments.get(i))) {
                return segments.get(i - 1);
            }
        }
        return lastWord();
    }

    /** The last word of the path, which names a collection, a part of something or a step. */
    public String lastWord() {
        return segments().reversed().stream()
                .filter(segment -> !isVariable(segment))
                .findFirst()
                .orElse("");
    }

    public boolean endsWithId() {
        return isVariable(segments().getLast());
    }

    boolean matches(String path) {
        List<String> asked = segments(path);
        List<String> own = segments();
        if (asked.size() != own.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (!isVariable(own.get(i)) && !own.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
