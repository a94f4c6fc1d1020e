package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Reads the trail for those who may. */
public final class SecurityQueriesService implements SecurityQueries {

    private final UnitOfWork unitOfWork;
    private final SecurityTrail trail;

    public SecurityQueriesService(UnitOfWork unitOfWork, SecurityTrail trail) {
        this.unitOfWork = unitOfWork;
        this.trail = trail;
    }

    @Override
    public Uni<Decision<Page<SecurityEntry>, Refusal>> list(Caller caller, Optional<UUID> about, Page.Request page) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.READ_SECURITY),
                _ -> unitOfWork.reading(() -> trail.list(about, page).map(Decision::accept)));
    }
}
