package io.motorpool.application.audit;

import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Reads the trail for those who may. */
public final class AuditQueriesService implements AuditQueries {

    private final UnitOfWork unitOfWork;
    private final AuditTrail trail;

    public AuditQueriesService(UnitOfWork unitOfWork, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.trail = trail;
    }

    @Override
    public Uni<Decision<Page<AuditEntry>, Refusal>> of(
            Caller caller, CompanyId company, Optional<UUID> subject, Page.Request page) {
        return Proceed.with(
                Permit.within(caller, Permission.READ_AUDIT, company),
                allowed -> unitOfWork.reading(
                        () -> trail.of(allowed, subject, page).chain(found -> unlessNobodys(allowed, found))));
    }

    /** A company's trail begins with its registration, so where there is no entry at all there is no company. */
    private Uni<Decision<Page<AuditEntry>, Refusal>> unlessNobodys(CompanyId company, Page<AuditEntry> found) {
        return found.items().isEmpty()
                ? trail.of(company, Optional.empty(), Page.Request.first())
                        .map(all -> all.items().isEmpty()
                                ? Decision.refuse(new NotFound(Thing.COMPANY))
                                : Decision.accept(found))
                : Uni.createFrom().item(() -> Decision.accept(found));
    }
}
