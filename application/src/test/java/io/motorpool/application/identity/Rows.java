package io.motorpool.application.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A table in memory, which can be put back to how it was. */
final class Rows<K, V> {

    private final Map<K, V> rows = new LinkedHashMap<>();

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    synchronized void put(K key, V value) {
        rows.put(key, value);
    }

    synchronized Optional<V> remove(K key) {
        return Optional.ofNullable(rows.remove(key));
    }

    synchronized List<V> all() {
        return List.copyOf(rows.values());
    }

    synchronized List<V> where(Predicate<V> wanted) {
        return rows.values().stream().filter(wanted).toList();
    }

    synchronized int forget(Predicate<V> old, int atMost) {
        List<K> gone = rows.entrySet().stream()
                .filter(row -> old.test(row.getValue()))
                .map(Map.Entry::getKey)
                .limit(atMost)
                .toList();
        rows.keySet().removeAll(gone);
        return gone.size();
    }

    synchronized Runnable snapshot() {
        Map<K, V> then = new LinkedHashMap<>(rows);
        return () -> restore(then);
    }

    private synchronized void restore(Map<K, V> then) {
        rows.clear();
        rows.putAll(then);
    }
}
