package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.LegacyMessage.Undecodable;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Undecodable messages in memory. */
public final class InMemoryUndecodableMessages implements UndecodableMessages {

    private final Map<String, Kept> rows = new ConcurrentHashMap<>();

    @Override
    public Uni<Void> keep(Undecodable message, Instant now) {
        return Uni.createFrom().voidItem().invoke(() -> rows.putIfAbsent(message.source(), new Kept(message, now)));
    }

    @Override
    public Uni<Long> count(Instant since) {
        return Uni.createFrom()
                .item(() -> rows.values().stream()
                        .filter(kept -> !kept.at().isBefore(since))
                        .count());
    }

    @Override
    public Uni<List<Kept>> newest(int limit) {
        return Uni.createFrom()
                .item(() -> rows.values().stream()
                        .sorted(Comparator.comparing(Kept::at).reversed())
                        .limit(limit)
                        .toList());
    }
}
