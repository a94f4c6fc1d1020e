package io.motorpool.application.reconciliation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reconciliation.Position;
import io.smallrye.mutiny.Uni;

/** Compares what waits, reservation by reservation, each in a unit of work of its own: killed anywhere, it goes on from there. */
public interface CompareHistories {

    /** As many as are compared at once. */
    int BATCH = 200;

    /**
     * Those of which nothing new was heard for a while (P14).
     *
     * @return how many were looked at; fewer than a full batch means that none are left
     */
    Uni<Decision<Integer, Refusal>> compareQuiet(Caller caller);

    /** Those that changed up to the watermark, however short ago. */
    Uni<Decision<Integer, Refusal>> compareUpTo(Caller caller, Position watermark);

    /**
     * Lets everything that changed at or after the position be compared again, as after a change of the rules.
     *
     * @return how many reservations
     */
    Uni<Decision<Long, Refusal>> replayFrom(Caller caller, Position watermark);
}
