package io.motorpool.domain.key;

/** What can be done with a vehicle from afar. */
public enum Operation {
    LOCK,
    UNLOCK,
    /** Keep the engine from starting. */
    IMMOBILISE,
    /** Let it start again. */
    RELEASE;

    /** Whether it is support's alone. */
    public boolean isOfSupport() {
        return this == IMMOBILISE || this == RELEASE;
    }
}
