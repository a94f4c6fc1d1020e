package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One record. It is replaced when it changes, never changed: readers need no lock. */
record Entity(EntityType type, Map<String, Object> values, Map<String, List<Entity>> children) {

    Entity {
        values = new LinkedHashMap<>(values);
        children = new LinkedHashMap<>(children);
    }

    @Nullable
    Object value(String property) {
        return values.get(property);
    }

    String text(String property) {
        return value(property) instanceof String text ? text : "";
    }

    BigDecimal number(String property) {
        return value(property) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    List<Entity> children(String way) {
        return children.getOrDefault(way, List.of());
    }

    Entity with(String property, @Nullable Object value) {
        return with(value == null ? Map.of() : Map.of(property, value), value == null ? List.of(property) : List.of());
    }

    Entity with(Map<String, Object> changes, List<String> emptied) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        emptied.forEach(changed::remove);
        return new Entity(type, changed, children);
    }

    Entity withChildren(String way, List<Entity> several) {
        Map<String, List<Entity>> changed = new LinkedHashMap<>(children);
        changed.put(way, List.copyOf(several));
        return new Entity(type, values, changed);
    }

    /** As it stands in an address: {@code ('70000001')} or {@code (A='1',B=datetime'…')}. */
    String key() {
        if (type.keys().size() == 1) {
            return "(" + literal(type.keys().getFirst()) + ")";
        }
        return type.keys().stream().map(key -> key + "=" + literal(key)).collect(Collectors.joining(",", "(", ")"));
    }

    private String literal(String property) {
        return Objects.requireNonNull(type.properties().get(property))
                .type()
                .literal(Objects.requireNonNull(values.get(property), property));
    }

    /** Changes with every change of the record. */
    String etag() {
        return "W/\"'%08X'\"".formatted(Objects.hash(values.toString(), children.toString()));
    }

    /** Everything, for the journal. */
    ObjectNode stored() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> json.set(
                name, Objects.requireNonNull(type.properties().get(name)).type().json(value)));
        children.forEach((way, several) -> {
            ArrayNode all = json.putArray(way);
            several.forEach(child -> all.add(child.stored()));
        });
        return json;
    }

    /** What the journal holds, believed without a look. */
    static Entity restored(EntityType type, JsonNode json) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, List<Entity>> children = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            EntityType child = type.children().get(field.getKey());
            if (child == null) {
                values.put(
                        field.getKey(),
                        Objects.requireNonNull(type.properties().get(field.getKey()))
                                .type()
                                .parse(field.getValue()));
            } else {
                List<Entity> several = new ArrayList<>();
                field.getValue().forEach(one -> several.add(restored(child, one)));
                children.put(field.getKey(), several);
            }
        });
        return new Entity(type, values, children);
    }
}
