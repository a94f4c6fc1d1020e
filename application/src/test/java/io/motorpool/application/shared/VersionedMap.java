package io.motorpool.application.shared;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a table with a version column does, in memory. Whoever decides on several things at once synchronises on it.
 *
 * @param <T> the aggregate
 */
public final class VersionedMap<T> {

    private final Map<UUID, Versioned<T>> rows = new ConcurrentSkipListMap<>();
    private final Function<T, UUID> id;
    private final Function<T, CompanyId> owner;

    public VersionedMap(Function<T, UUID> id, Function<T, CompanyId> owner) {
        this.id = id;
        this.owner = owner;
    }

    public Optional<Versioned<T>> find(UUID wanted) {
        return Optional.ofNullable(rows.get(wanted));
    }

    public Stream<T> values() {
        return rows.values().stream().map(Versioned::value);
    }

    public Version add(T value) {
        rows.put(id.apply(value), new Versioned<>(value, Version.FIRST));
        return Version.FIRST;
    }

    public synchronized Version save(Versioned<T> changed) {
        UUID key = id.apply(changed.value());
        Versioned<T> stored = rows.get(key);
        if (stored == null || !stored.version().equals(changed.version())) {
            throw new ContendedException("version %s is not current".formatted(changed.version()));
        }
        if (stored.value().equals(changed.value())) {
            return stored.version();
        }
        rows.put(key, new Versioned<>(changed.value(), changed.version().next()));
        return changed.version().next();
    }

    /** How to get back to what is there now. */
    public Runnable snapshot() {
        Map<UUID, Versioned<T>> then = Map.copyOf(rows);
        return () -> {
            rows.clear();
            rows.putAll(then);
        };
    }

    public Page<Versioned<T>> list(CompanyScope scope, Predicate<T> wanted, Page.Request page) {
        return Page.of(
                rows.entrySet().stream()
                        .filter(row -> page.after()
                                .map(cursor -> row.getKey().compareTo(cursor.id()) > 0)
                                .orElse(true))
                        .map(Map.Entry::getValue)
                        .filter(stored -> within(scope, owner.apply(stored.value())))
                        .filter(stored -> wanted.test(stored.value()))
                        .limit(page.limit() + 1L)
                        .toList(),
                page,
                stored -> new Page.Cursor(null, id.apply(stored.value())));
    }

    private static boolean within(CompanyScope scope, CompanyId company) {
        return switch (scope) {
            case CompanyScope.Every _ -> true;
            case CompanyScope.Only(var only) -> only.equals(company);
            case CompanyScope.None _ -> false;
        };
    }
}
