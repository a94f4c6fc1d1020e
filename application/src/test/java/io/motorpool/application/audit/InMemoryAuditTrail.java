package io.motorpool.application.audit;

import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A trail in memory. */
public final class InMemoryAuditTrail implements AuditTrail {

    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> record(List<AuditEntry> added) {
        return Uni.createFrom().voidItem().invoke(() -> {
            entries.addAll(added);
            DirectUnitOfWork.atEnd(succeeded -> {
                if (!succeeded) {
                    entries.removeAll(added);
                }
            });
        });
    }

    @Override
    public Uni<Page<AuditEntry>> of(CompanyId company, Optional<UUID> subject, Page.Request page) {
        return Uni.createFrom()
                .item(() -> Page.of(
                        entries.stream()
                                .filter(entry -> entry.company().equals(company))
                                .filter(entry ->
                                        subject.map(entry.subject()::equals).orElse(true))
                                .filter(entry -> page.after()
                                        .map(cursor -> entry.id().compareTo(cursor.id()) < 0)
                                        .orElse(true))
                                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                                .limit(page.limit() + 1L)
                                .toList(),
                        page,
                        entry -> new Page.Cursor(null, entry.id())));
    }

    public List<AuditEntry> entries() {
        return List.copyOf(entries);
    }
}
