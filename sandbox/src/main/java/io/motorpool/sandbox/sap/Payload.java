package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.motorpool.sandbox.sap.EntityType.Property;
import io.motorpool.sandbox.sap.EntityType.Writable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a caller wants to have stored. Unknown properties, wrong types and too long texts are refused. */
final class Payload {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .build();

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> emptied = new ArrayList<>();
    private final Map<String, List<Entity>> children = new LinkedHashMap<>();
    private final EntityType type;
    private final boolean creating;

    private Payload(EntityType type, boolean creating) {
        this.type = type;
        this.creating = creating;
    }

    static Entity created(EntityType type, byte[] body) {
        Payload payload = new Payload(type, true);
        payload.read(parsed(body));
        return new Entity(type, payload.values, payload.children);
    }

    static Entity changed(Entity before, byte[] body) {
        Payload payload = new Payload(before.type(), false);
        payload.read(parsed(body));
        return before.with(payload.values, payload.emptied);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json.path("d").isObject() ? json.path("d") : json;
            }
        } catch (JsonProcessingException _) {
            // refused below
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw SapRefusal.bad("/IWBEP/CM_MGW_RT/020", "Error while parsing a JSON stream");
    }

    private void read(JsonNode json) {
        json.properties().forEach(field -> {
            String name = field.getKey();
            EntityType child = type.children().get(name);
            if (child != null) {
                children.put(name, several(name, child, field.getValue()));
            } else if (!name.equals("__metadata")) {
                Property property =
                        type.property(name).orElseThrow(() -> SapRefusal.invalidProperty(name, type.name()));
                set(property, field.getValue());
            }
        });
    }

    private void set(Property property, JsonNode json) {
        if (property.writable() == Writable.NEVER || (!creating && property.writable() == Writable.ON_CREATE)) {
            throw SapRefusal.bad(
                    "/IWBEP/CM_MGW_RT/096",
                    "Property %s of type %s cannot be set".formatted(property.name(), type.name()));
        }
        if (json.isNull()) {
            emptied.add(property.name());
            return;
        }
        try {
            values.put(property.name(), property.type().parse(json));
        } catch (IllegalArgumentException _) {
            throw SapRefusal.invalidValue(property.name());
        }
    }

    /** A deep insert; both forms that OData V2 knows. */
    private List<Entity> several(String way, EntityType child, JsonNode json) {
        if (!creating) {
            throw SapRefusal.bad("/IWBEP/CM_MGW_RT/096", "Deep update of %s is not supported".formatted(way));
        }
        JsonNode all = json.isObject() ? json.path("results") : json;
        if (!all.isArray()) {
            throw SapRefusal.invalidValue(way);
        }
        List<Entity> read = new ArrayList<>();
        all.forEach(one -> {
            if (!one.isObject()) {
                throw SapRefusal.invalidValue(way);
            }
            Payload payload = new Payload(child, true);
            payload.read(one);
            read.add(new Entity(child, payload.values, payload.children));
        });
        return read;
    }
}
