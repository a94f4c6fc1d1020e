package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where facts go to. */
public interface EventStream {

    /** Completes when every message is safely stored, in order per key. Publishing one twice is harmless. */
    Uni<Void> publish(List<EventMessage> messages);
}
