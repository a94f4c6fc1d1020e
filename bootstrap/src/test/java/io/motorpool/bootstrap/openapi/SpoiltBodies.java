package io.motorpool.bootstrap.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.fuzz.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Bodies of an operation that must not be accepted, found by walking through its schema. */
final class SpoiltBodies {

    /** Stands where nonsense goes that no JSON library would write. */
    private static final String PLACE = "\u2020here\u2020";

    private final Contract contract;
    private final Draft draft;
    private final ObjectNode whole;
    private final List<Spoilt> all = new ArrayList<>();

    private SpoiltBodies(Contract contract, SoundRequests sound, Draft draft, JsonNode schema) {
        this.contract = contract;
        this.draft = draft;
        this.whole = (ObjectNode) sound.sample("", schema);
    }

    static List<Spoilt> of(Contract contract, SoundRequests sound, Draft draft) {
        if (draft.operation().body().isEmpty()) {
            return List.of();
        }
        JsonNode schema = contract.resolve(draft.operation().body().get());
        SpoiltBodies bodies = new SpoiltBodies(contract, sound, draft, schema);
        bodies.noObjects();
        bodies.members("", bodies.whole, schema);
        return bodies.all;
    }

    private void noObjects() {
        for (String nonsense :
                List.of("", "null", "[]", "[{}]", "\"text\"", "1", "true", "{", "}", "nonsense", "{} {}")) {
            add("the body " + nonsense, nonsense, "body");
        }
        add("a hundred thousand brackets", "[".repeat(100_000), "body");
        add("forty thousand objects", "{\"a\":".repeat(40_000), null);
        all.add(new Spoilt("a huge body", draft.withBody("{" + " ".repeat(1_000_000) + "}"), 413, null));
        all.add(new Spoilt("a million digits", draft.withBody("{\"a\":" + "9".repeat(1_000_000) + "}"), 413, null));
        String first = whole.fieldNames().next();
        String member = "\"" + first + "\":" + whole.path(first);
        add(
                "a member twice",
                whole.toString().replaceFirst("\\{", Matcher.quoteReplacement("{" + member + ",")),
                first);
    }

    /** @param node the object within the whole body that is spoilt and put right again */
    private void members(String prefix, ObjectNode node, JsonNode schema) {
        String surprise = prefix.isEmpty() ? "surprise" : prefix + ".surprise";
        node.put("surprise", 1);
        add("an unknown member", whole.toString(), surprise);
        node.remove("surprise");
        List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            String name = member.getKey();
            String path = prefix.isEmpty() ? name : prefix + "." + name;
            JsonNode sample = node.path(name);
            if (required.contains(name)) {
                node.remove(name);
                add("without " + path, whole.toString(), path);
                node.set(name, sample);
                replaced(node, name, "null", path);
            }
            JsonNode type = contract.resolve(member.getValue());
            Nonsense.instead(type, sample).forEach(nonsense -> replaced(node, name, nonsense, path));
            deeper(path, sample, type);
        }
    }

    private void deeper(String path, JsonNode sample, JsonNode type) {
        if (sample instanceof ObjectNode object) {
            members(path, object, type);
        }
        if (sample instanceof ArrayNode list) {
            JsonNode itemType = contract.resolve(type.path("items"));
            JsonNode item = list.get(0);
            for (String nonsense : Nonsense.instead(itemType, item)) {
                list.set(0, PLACE);
                add(path + "[0] is " + Nonsense.shortly(nonsense), filled(nonsense), path + "[0]");
            }
            list.set(0, item);
            deeper(path + "[0]", item, itemType);
        }
    }

    private void replaced(ObjectNode node, String name, String nonsense, String path) {
        JsonNode sample = node.path(name);
        node.put(name, PLACE);
        add(path + " is " + Nonsense.shortly(nonsense), filled(nonsense), path);
        node.set(name, sample);
    }

    private String filled(String nonsense) {
        return whole.toString().replace("\"" + PLACE + "\"", nonsense);
    }

    private void add(String what, String body, @Nullable String field) {
        all.add(new Spoilt(what, draft.withBody(body), 400, field));
    }
}
