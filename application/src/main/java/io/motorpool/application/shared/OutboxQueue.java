package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** The other end of the outbox. */
public interface OutboxQueue {

    /**
     * Takes the oldest messages, hands them over in order, and forgets them once the handing over has succeeded. If it
     * fails they stay. One caller at a time over all nodes gets any; the others get none.
     *
     * @return how many were handed over
     */
    Uni<Integer> drain(int atMost, Function<List<EventMessage>, Uni<Void>> handOver);
}
