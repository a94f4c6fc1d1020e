package io.motorpool.application.settlement;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Brings confirmed settlements into the ERP, each as exactly one document. */
public interface PostSettlements {

    /** The one that waits longest; empty when none is due. */
    Uni<Decision<Optional<SettlementView>, Refusal>> postNext(Caller caller);

    /** This one now: after somebody has looked after what was wrong, for example. */
    Uni<Decision<SettlementView, Refusal>> post(Caller caller, SettlementId settlement, Version seen);
}
