package io.motorpool.application.audit;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** What was done to a company's things. */
public interface AuditQueries {

    Uni<Decision<Page<AuditEntry>, Refusal>> of(
            Caller caller, CompanyId company, Optional<UUID> subject, Page.Request page);
}
