package io.motorpool.application.audit;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Append-only: the database itself refuses to change or delete an entry. */
public interface AuditTrail {

    /** Part of the unit of work that did the deed. */
    Uni<Void> record(List<AuditEntry> entries);

    /** The newest first. */
    Uni<Page<AuditEntry>> of(CompanyId company, Optional<UUID> subject, Page.Request page);
}
