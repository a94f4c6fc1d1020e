package io.motorpool.application.shared;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A refusal in words for the outside.
 *
 * @param code stable, kebab-case; clients decide by it
 * @param sentence for people; may change
 * @param facts what a client can act on; a dot in a name means "part of"
 */
public record Explained(String code, Kind kind, String sentence, Map<String, String> facts) {

    /** In the order of their names, so that every node says the same thing in the same words. */
    public Explained {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** What a client can do about it. */
    public enum Kind {
        /** Nothing: it is not there for them. */
        UNKNOWN,
        /** Prove who they are. */
        UNAUTHENTICATED,
        /** Nothing: they may not. */
        FORBIDDEN,
        /** Ask again later; the fact {@code retryAfterSeconds} says when. */
        THROTTLED,
        /** Ask again when the present state has changed. */
        CONFLICT,
        /** Read again, then decide again. */
        STALE,
        /** Ask for something else. */
        BROKEN_RULE
    }
}
