package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A security trail in memory. */
final class InMemorySecurityTrail implements SecurityTrail {

    private final Rows<UUID, SecurityEntry> rows = new Rows<>();

    @Override
    public Uni<Void> record(List<SecurityEntry> entries) {
        return Uni.createFrom().voidItem().invoke(() -> entries.forEach(entry -> rows.put(entry.id(), entry)));
    }

    @Override
    public Uni<Page<SecurityEntry>> list(Optional<UUID> about, Page.Request page) {
        return Uni.createFrom()
                .item(() -> Page.of(
                        rows
                                .where(entry -> about.map(wanted -> concerns(entry, wanted))
                                        .orElse(true))
                                .stream()
                                .filter(entry -> page.after()
                                        .map(cursor -> entry.id().compareTo(cursor.id()) < 0)
                                        .orElse(true))
                                .sorted(Comparator.comparing(SecurityEntry::id).reversed())
                                .limit(page.limit() + 1L)
                                .toList(),
                        page,
                        entry -> new Page.Cursor(null, entry.id())));
    }

    private static boolean concerns(SecurityEntry entry, UUID wanted) {
        SessionId session = entry.session();
        return wanted.equals(entry.about())
                || (session != null && session.value().equals(wanted));
    }

    List<SecurityEntry> entries() {
        return rows.all();
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
