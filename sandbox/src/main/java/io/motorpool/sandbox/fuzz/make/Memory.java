package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.wire.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What one client has learned from answers: things with their ids and versions, and places in lists. */
final class Memory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_OF_A_KIND = 60;
    private static final int CREATED = 201;

    private final Map<String, LinkedHashMap<UUID, Thing>> things = new HashMap<>();
    private final List<String> numbers = new ArrayList<>();
    private final Map<String, String> cursors = new HashMap<>();
    private final Map<String, Workbook> workbooks = new HashMap<>();

    /** Remembers what an accepted answer shows. */
    void learn(Operation operation, String target, Received received) {
        received.file()
                .ifPresent(bytes ->
                        workbooks.put(operation.template(), new Workbook(operation.template(), target, bytes)));
        JsonNode body = read(received);
        boolean shown = operation.endsWithId() || isStep(operation) && received.status() != CREATED;
        String kind = shown ? shownKind(operation, target, body) : operation.lastWord();
        learn(kind, body, received.header("ETag").orElse(""));
        body.path("items").forEach(item -> learn(kind, item, ""));
        body.findValuesAsText("number").forEach(this::learnNumber);
        if (body.path("nextCursor").isTextual()) {
            cursors.put(operation.id(), body.path("nextCursor").asText());
        }
    }

    /** A step or a part of something that is named by its id shows that thing, unless it made another one of its own. */
    private static boolean isStep(Operation operation) {
        return operation.subject().isPresent() && !operation.method().equals("GET");
    }

    /** What the path names by its id, or something within that has an id of its own. */
    private static String shownKind(Operation operation, String target, JsonNode body) {
        String id = body.path("id").asText();
        return target.contains("/" + id) ? operation.subject().orElse("") : operation.innermost();
    }

    private void learnNumber(String number) {
        numbers.add(number);
        if (numbers.size() > MOST_OF_A_KIND) {
            var _ = numbers.removeFirst();
        }
    }

    private void learn(String kind, JsonNode body, String etag) {
        if (!body.path("id").isTextual()) {
            return;
        }
        Thing seen = new Thing(kind, UUID.fromString(body.path("id").asText()), etag, body);
        LinkedHashMap<UUID, Thing> ofKind = things.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
        Thing before = ofKind.remove(seen.id());
        ofKind.put(seen.id(), before == null ? seen : before.seenAgain(seen));
        if (ofKind.size() > MOST_OF_A_KIND) {
            var _ = ofKind.pollFirstEntry();
        }
    }

    /** What was seen last comes last. */
    List<Thing> all(String kind) {
        return new ArrayList<>(things.getOrDefault(kind, new LinkedHashMap<>()).values());
    }

    List<Thing> all(String kind, Predicate<Thing> wanted) {
        return all(kind).stream().filter(wanted).toList();
    }

    List<String> kinds() {
        return things.keySet().stream().sorted().toList();
    }

    Optional<Thing> thing(String kind, UUID id) {
        return Optional.ofNullable(
                things.getOrDefault(kind, new LinkedHashMap<>()).get(id));
    }

    void forget(Thing thing) {
        var _ = things.getOrDefault(thing.kind(), new LinkedHashMap<>()).remove(thing.id());
    }

    /** That of something which the path names by a number. */
    Optional<String> number(Operation operation) {
        return numbers.reversed().stream()
                .filter(number -> operation.parameters("path").stream()
                        .anyMatch(parameter -> number.matches(
                                parameter.schema().path("pattern").asText("-"))))
                .findFirst();
    }

    /** What was brought from where this operation takes it back, and where that is. */
    Optional<Workbook> workbook(Operation operation) {
        return workbooks.values().stream()
                .filter(workbook -> workbook.destination(operation).isPresent())
                .max(Comparator.comparing(Workbook::template));
    }

    Optional<String> cursor(String operation) {
        return Optional.ofNullable(cursors.get(operation));
    }

    static JsonNode read(Received received) {
        return read(received.text());
    }

    static JsonNode read(byte[] sent) {
        return read(new String(sent, StandardCharsets.UTF_8));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }
}
