package io.motorpool.application.identity;

import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.KeyRingId;
import io.smallrye.mutiny.Uni;

/** Key rings in memory. */
final class InMemoryKeyRings implements KeyRings {

    private final Rows<KeyRingId, KeyRing> rows = new Rows<>();

    @Override
    public Uni<KeyRing> find(KeyRingId id) {
        return Uni.createFrom().item(() -> rows.get(id).orElseGet(() -> KeyRing.empty(id)));
    }

    @Override
    public Uni<KeyRing> lock(KeyRingId id) {
        return find(id);
    }

    @Override
    public Uni<Void> save(KeyRing changed) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(changed.id(), changed));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
