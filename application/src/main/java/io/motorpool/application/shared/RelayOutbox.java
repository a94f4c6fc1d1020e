package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;

/** Brings waiting facts to the stream. */
public interface RelayOutbox {

    /** @return how many were delivered now; fewer than a full batch means that none are waiting */
    Uni<Integer> relayBatch();

    /** As many as are delivered at once. */
    int BATCH = 500;
}
