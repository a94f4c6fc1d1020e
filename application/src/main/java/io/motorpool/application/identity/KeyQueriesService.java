package io.motorpool.application.identity;

import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.smallrye.mutiny.Uni;

/** Answers from views. */
public final class KeyQueriesService implements KeyQueries {

    private final UnitOfWork unitOfWork;
    private final KeyRings rings;

    public KeyQueriesService(UnitOfWork unitOfWork, KeyRings rings) {
        this.unitOfWork = unitOfWork;
        this.rings = rings;
    }

    @Override
    public Uni<Decision<KeyRingView, Refusal>> ring(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.READ_KEYS),
                _ -> unitOfWork.reading(
                        () -> rings.find(KeyRings.ISSUER).map(ring -> Decision.accept(KeyRingView.of(ring)))));
    }
}
