package io.motorpool.application.audit;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryOutbox;
import io.motorpool.domain.DomainEvent;
import java.time.Clock;
import java.util.List;

/** What use cases leave behind, for tests to look at. */
public final class Traces {

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final Journal journal;

    public Traces(Clock clock) {
        journal = new Journal(trail, outbox, clock, Ids::next);
    }

    public Journal journal() {
        return journal;
    }

    public List<AuditEntry> deeds() {
        return trail.entries();
    }

    public List<DomainEvent> facts() {
        return outbox.events();
    }
}
