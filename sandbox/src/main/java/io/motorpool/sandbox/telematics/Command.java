package io.motorpool.sandbox.telematics;

/** What a device does without asking whose key it knows. */
enum Command {
    LOCK,
    UNLOCK,
    IMMOBILISE,
    RELEASE;

    boolean movesDoors() {
        return this == LOCK || this == UNLOCK;
    }
}
