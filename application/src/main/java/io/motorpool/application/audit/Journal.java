package io.motorpool.application.audit;

import io.motorpool.application.shared.Outbox;
import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The two traces that every change leaves, written together: the audit entry for those who ask who did it, and the facts
 * for those who act on them. Part of the unit of work.
 */
public final class Journal {

    private final AuditTrail trail;
    private final Outbox outbox;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public Journal(AuditTrail trail, Outbox outbox, Clock clock, Supplier<UUID> nextId) {
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
        this.nextId = nextId;
    }

    /** Who acts, by which permission, and why. */
    public record Deed(Caller caller, Permission permission, String action, Optional<Reason> reason) {}

    /** What it did to one thing. */
    public record Effect(CompanyId company, UUID subject, Map<String, String> before, Map<String, String> after) {}

    public Uni<Void> write(Deed deed, List<Effect> effects, List<? extends DomainEvent> events) {
        return trail.record(effects.stream().map(effect -> entry(deed, effect)).toList())
                .chain(() -> outbox.append(events));
    }

    private AuditEntry entry(Deed deed, Effect effect) {
        return new AuditEntry(
                nextId.get(),
                clock.instant(),
                deed.caller().user(),
                deed.caller().actingAs(deed.permission()),
                effect.company(),
                effect.subject(),
                deed.action(),
                deed.reason(),
                effect.before(),
                effect.after());
    }
}
