package io.motorpool.sandbox.sap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one kind of record consists of.
 *
 * @param keys names of its properties, in the order in which an address gives them
 * @param children what hangs on it, by the name of the way there
 */
record EntityType(String name, List<String> keys, Map<String, Property> properties, Map<String, EntityType> children) {

    /** @param writable when a caller may set it */
    record Property(String name, EdmType type, Writable writable) {}

    enum Writable {
        ALWAYS,
        ON_CREATE,
        NEVER
    }

    Optional<Property> property(String wanted) {
        return Optional.ofNullable(properties.get(wanted));
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects properties in the order in which SAP shows them. */
    static final class Builder {

        private final String name;
        private final Map<String, Property> properties = new LinkedHashMap<>();
        private final Map<String, EntityType> children = new LinkedHashMap<>();
        private List<String> keys = List.of();

        private Builder(String name) {
            this.name = name;
        }

        Builder key(String... names) {
            keys = List.of(names);
            return this;
        }

        Builder text(int longest, String... names) {
            return add(new EdmType.Text(longest, false), Writable.ALWAYS, names);
        }

        Builder capitals(int longest, String... names) {
            return add(new EdmType.Text(longest, true), Writable.ALWAYS, names);
        }

        Builder onCreate(EdmType type, String... names) {
            return add(type, Writable.ON_CREATE, names);
        }

        Builder readOnly(EdmType type, String... names) {
            return add(type, Writable.NEVER, names);
        }

        Builder of(EdmType type, String... names) {
            return add(type, Writable.ALWAYS, names);
        }

        Builder child(String way, EntityType type) {
            children.put(way, type);
            return this;
        }

        private Builder add(EdmType type, Writable writable, String... names) {
            for (String property : names) {
                properties.put(property, new Property(property, type, writable));
            }
            return this;
        }

        EntityType build() {
            return new EntityType(name, keys, properties, children);
        }
    }
}
