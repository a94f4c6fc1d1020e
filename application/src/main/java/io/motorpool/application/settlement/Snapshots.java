package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.Snapshot;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Verification.Chain;
import io.motorpool.domain.settlement.Verification.Kept;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The frozen texts, one chain per company. They are added and read, never changed: the database itself refuses it. */
public interface Snapshots {

    /** The place of the company's next one. Whoever adds on the strength of this answer locks the company's books first. */
    Uni<Link> next(CompanyId company);

    /** Fails with {@link io.motorpool.application.shared.ContendedException} when its place is taken. */
    Uni<Void> add(SettlementHead head, Snapshot snapshot);

    Uni<Optional<Kept>> find(SettlementId settlement);

    /** All of the company's, and what was entered in the register of seals when they were added, whatever became of them. */
    Uni<Chain> chain(CompanyId company);
}
