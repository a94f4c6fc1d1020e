package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;

/** Sends the letters that are owed. Safe on several nodes at once; a letter whose sending failed is tried again later. */
public interface SendLetters {

    /** As many as are sent in one go. */
    int BATCH = 50;

    /** @return how many were sent now */
    Uni<Decision<Integer, Refusal>> send(Caller caller);
}
