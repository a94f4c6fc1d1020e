package io.motorpool.sandbox.drill.load;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Every reservation that somebody was told of, in the state that they were told last. */
public final class Ledger {

    private final Map<UUID, Kept> entries = new ConcurrentHashMap<>();

    /** Only the reservation's own driver writes, one step after the other. */
    public void write(Kept kept) {
        entries.put(kept.id(), kept);
    }

    public List<Kept> entries() {
        return List.copyOf(entries.values());
    }

    /** How many changes were made, creations included. */
    public long steps() {
        return entries.values().stream().mapToLong(kept -> kept.steps().size()).sum();
    }
}
