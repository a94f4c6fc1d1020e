package io.motorpool.application.identity;

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
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** Answers from views. */
public final class ServiceAccountQueriesService implements ServiceAccountQueries {

    private final UnitOfWork unitOfWork;
    private final ServiceAccounts accounts;

    public ServiceAccountQueriesService(UnitOfWork unitOfWork, ServiceAccounts accounts) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
    }

    @Override
    public Uni<Decision<ServiceAccountView, Refusal>> account(Caller caller, UserId account) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.READ_SERVICE_ACCOUNTS),
                _ -> unitOfWork.reading(() -> accounts.find(account)
                        .map(found -> found.map(ServiceAccountView::of)
                                .<Decision<ServiceAccountView, Refusal>>map(Decision::accept)
                                .orElseGet(() -> Decision.refuse(new NotFound(Thing.SERVICE_ACCOUNT))))));
    }

    @Override
    public Uni<Decision<Page<ServiceAccountView>, Refusal>> accounts(Caller caller, Page.Request page) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.READ_SERVICE_ACCOUNTS),
                _ -> unitOfWork.reading(
                        () -> accounts.list(page).map(found -> Decision.accept(found.map(ServiceAccountView::of)))));
    }
}
