package io.motorpool.application.identity;

import io.motorpool.domain.identity.CutOff;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The entries of the cut-off list, shared by all nodes. */
public interface CutOffs {

    Uni<Void> add(List<CutOff> entries);

    /** Every entry that cannot be forgotten yet, in no order. */
    Uni<List<CutOff>> all(Instant now);

    /**
     * Entries that were added within so much time before now, by the clock of the store; cheap, because it is asked all
     * the time. An entry is dated when it is added and seen when its unit of work has succeeded: ask for more than the
     * longest of them takes.
     */
    Uni<List<CutOff>> addedWithin(Duration before);

    Uni<Integer> forgetOver(Instant now, int atMost);
}
