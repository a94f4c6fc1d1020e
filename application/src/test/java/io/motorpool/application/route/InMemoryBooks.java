package io.motorpool.application.route;

import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Which months are closed, as somebody else knows; memory has no locks. */
public final class InMemoryBooks implements Books {

    private final Function<CompanyId, ClosedMonths> closed;

    public InMemoryBooks(Function<CompanyId, ClosedMonths> closed) {
        this.closed = closed;
    }

    @Override
    public Uni<ClosedMonths> hold(CompanyId company) {
        return Uni.createFrom().item(() -> closed.apply(company));
    }

    @Override
    public Uni<ClosedMonths> lock(CompanyId company) {
        return hold(company);
    }
}
