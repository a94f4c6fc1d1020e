package io.motorpool.application.audit;

import io.motorpool.application.company.Companies;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
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
    private final Companies companies;
    private final AuditTrail trail;

    public AuditQueriesService(UnitOfWork unitOfWork, Companies companies, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.trail = trail;
    }

    /** The trail of a company that is not there is not an empty one. */
    @Override
    public Uni<Decision<Page<AuditEntry>, Refusal>> of(
            Caller caller, CompanyId company, Optional<UUID> subject, Page.Request page) {
        return unitOfWork.reading(() -> companies
                .find(company)
                .chain(found -> Proceed.with(
                        Permit.to(
                                        caller,
                                        Permission.READ_AUDIT,
                                        Thing.COMPANY,
                                        found,
                                        it -> it.value().id())
                                .widened(),
                        _ -> trail.of(company, subject, page).map(Decision::accept))));
    }
}
