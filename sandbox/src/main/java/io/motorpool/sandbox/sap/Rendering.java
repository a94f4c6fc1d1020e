package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Records in OData V2's JSON: everything in {@code d}, what was not asked to be followed as a deferred address.
 *
 * @param service address of the service
 */
record Rendering(String service, String namespace, List<String> selected, List<String> expanded) {

    static ObjectNode error(SapRefusal refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", refusal.code());
        error.putObject("message").put("lang", "en").put("value", refusal.said());
        return body;
    }

    ObjectNode one(String set, Entity entity) {
        return JsonNodeFactory.instance.objectNode().set("d", record(set, entity, selected, expanded));
    }

    ObjectNode several(String set, List<Entity> entities, Optional<Integer> count) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode d = body.putObject("d");
        count.ifPresent(all -> d.put("__count", all.toString()));
        ArrayNode results = d.putArray("results");
        entities.forEach(entity -> results.add(record(set, entity, selected, expanded)));
        return body;
    }

    private ObjectNode record(String set, Entity entity, List<String> wanted, List<String> followed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String uri = service + "/" + set + entity.key();
        json.putObject("__metadata")
                .put("id", uri)
                .put("uri", uri)
                .put("type", namespace + "." + entity.type().name())
                .put("etag", entity.etag());
        entity.type().properties().forEach((name, property) -> {
            if (wanted.isEmpty() || wanted.contains(name)) {
                Object value = entity.value(name);
                if (value != null) {
                    json.set(name, property.type().json(value));
                } else if (property.type() instanceof EdmType.Text) {
                    json.put(name, "");
                } else {
                    json.putNull(name);
                }
            }
        });
        entity.type().children().keySet().forEach(way -> follow(json, uri, entity, way, wanted, followed));
        return json;
    }

    private void follow(
            ObjectNode json, String uri, Entity entity, String way, List<String> wanted, List<String> followed) {
        if (followed.stream().anyMatch(path -> path.equals(way) || path.startsWith(way + "/"))) {
            ArrayNode results = json.putObject(way).putArray("results");
            entity.children(way)
                    .forEach(child -> results.add(record(
                            child.type().name().replaceAll("Type$", ""),
                            child,
                            below(way, wanted),
                            below(way, followed))));
        } else if (wanted.isEmpty()) {
            json.putObject(way).putObject("__deferred").put("uri", uri + "/" + way);
        }
    }

    private static List<String> below(String way, List<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(way + "/"))
                .map(path -> path.substring(way.length() + 1))
                .toList();
    }
}
