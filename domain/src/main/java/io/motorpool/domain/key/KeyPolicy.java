package io.motorpool.domain.key;

import java.time.Duration;

/** The published constants of the smart key (P9 and ADR-0048). */
public final class KeyPolicy {

    /** How long an offer of a key waits for its answer (P9). */
    public static final Duration OFFER_LIFE = Duration.ofMinutes(10);

    /** How old the vehicle's own word on its ignition and doors may be when a hand-over is decided on it. */
    public static final Duration STATE_OLDEST = Duration.ofSeconds(30);

    /** How long somebody who asks a vehicle has before another one asks the same again. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** After how many failures to take a key back support is told. A key that cannot be granted is told at once. */
    public static final int STUCK_AFTER = 3;

    private KeyPolicy() {}
}
