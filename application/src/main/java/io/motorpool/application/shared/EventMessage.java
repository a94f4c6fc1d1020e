package io.motorpool.application.shared;

import java.util.Set;
import java.util.UUID;

/**
 * A fact in the form in which the world hears of it: written once, when it became true, so that a later version of the
 * code does not retell the past differently.
 *
 * @param topic one per context
 * @param key facts with the same key are delivered in order
 * @param body the whole CloudEvent in structured mode, as JSON
 * @param touched for our own nodes alone: what looks different afterwards to whoever watches it ({@link Touched})
 */
public record EventMessage(UUID id, String topic, String key, String body, Set<UUID> touched) {

    public EventMessage {
        touched = Set.copyOf(touched);
    }
}
