package io.motorpool.application.reconciliation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reconciliation.LegacyMessage;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Hears what the legacy system changed. All of a batch is kept or nothing is; hearing it again changes nothing, so whoever reads
 * the stream may begin again wherever they are sure to have been. What cannot be understood is kept, and the rest goes on.
 */
public interface ObserveLegacy {

    Uni<Decision<Observed, Refusal>> observe(Caller caller, List<LegacyMessage> messages);

    /** @param heardBefore changes that were known already */
    record Observed(int changes, int heardBefore, int undecodable) {}
}
