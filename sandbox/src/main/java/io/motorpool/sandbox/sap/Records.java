package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything that is stored, by set and key. Nothing ever leaves: SAP archives, it does not delete. */
final class Records implements AutoCloseable {

    private final Map<String, EntityType> types;
    private final Map<String, Map<String, Entity>> sets = new LinkedHashMap<>();
    private final Journal journal;

    private Records(Map<String, EntityType> types, Path journal) {
        this.types = types;
        types.keySet().forEach(set -> sets.put(set, new LinkedHashMap<>()));
        this.journal = Journal.open(journal, this::restore);
    }

    static Records in(Path journal, Map<String, EntityType> types) {
        return new Records(types, journal);
    }

    private void restore(String set, JsonNode json) {
        Entity entity = Entity.restored(typeOf(set), json);
        remember(set, entity);
    }

    private EntityType typeOf(String set) {
        EntityType type = types.get(set);
        if (type == null) {
            throw SapRefusal.notFound(set);
        }
        return type;
    }

    synchronized List<Entity> all(String set) {
        return List.copyOf(sets.getOrDefault(set, Map.of()).values());
    }

    synchronized Optional<Entity> find(String set, String key) {
        return Optional.ofNullable(sets.getOrDefault(set, Map.of()).get(key));
    }

    /** @param numbered gives the record its number: the first one after what there is */
    synchronized Entity add(String set, String numberProperty, long first, UnaryOperator<Entity> numbered) {
        long last = all(set).stream()
                .mapToLong(entity -> Long.parseLong(entity.text(numberProperty)))
                .max()
                .orElse(first);
        Entity blank = new Entity(typeOf(set), Map.of(), Map.of()).with(numberProperty, Long.toString(last + 1));
        return store(set, numbered.apply(blank));
    }

    /** Changes one record; what it depends on is as it was until it is stored. */
    synchronized Entity change(String set, String key, UnaryOperator<Entity> change) {
        Entity before = find(set, key).orElseThrow(() -> SapRefusal.notFound(set));
        return store(set, change.apply(before));
    }

    synchronized Entity store(String set, Entity entity) {
        journal.append(set, entity);
        remember(set, entity);
        return entity;
    }

    private void remember(String set, Entity entity) {
        sets.computeIfAbsent(set, _ -> new LinkedHashMap<>()).put(entity.key(), entity);
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
