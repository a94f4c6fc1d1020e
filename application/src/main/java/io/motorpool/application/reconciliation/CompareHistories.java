package io.motorpool.application.reconciliation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reconciliation.Verdict;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * Compares what waits, batch by batch, each in a unit of work of its own: killed anywhere, it goes on from there. Several who
 * compare at once have different ones each.
 */
public interface CompareHistories {

    /** As many as are compared at once. */
    int BATCH = 200;

    /**
     * What one batch has shown.
     *
     * @param reservations how many were looked at
     * @param verdicts how many were stored of each kind, before anybody explained them; of the others something new was heard
     *     meanwhile
     * @param more whether there may be more to compare
     */
    record Round(int reservations, Map<Verdict.Kind, Integer> verdicts, boolean more) {

        public Round {
            verdicts = Map.copyOf(verdicts);
        }
    }

    /** Those of which nothing new was heard for a while (P14). */
    Uni<Decision<Round, Refusal>> compareQuiet(Caller caller);

    /** Those that changed up to the watermark, however short ago. There is more as long as somebody else is at one of them. */
    Uni<Decision<Round, Refusal>> compareUpTo(Caller caller, Position watermark);

    /**
     * Lets everything that changed at or after the position be compared again, as after a change of the rules.
     *
     * @return how many reservations
     */
    Uni<Decision<Long, Refusal>> replayFrom(Caller caller, Position watermark);
}
