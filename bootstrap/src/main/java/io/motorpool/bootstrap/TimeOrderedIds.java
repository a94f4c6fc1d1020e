package io.motorpool.bootstrap;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Version 7 UUIDs (RFC 9562): in the order of time, so that indexes grow at one end. */
final class TimeOrderedIds implements Supplier<UUID> {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;

    TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID get() {
        long high = clock.millis() << 16 | VERSION_7 | random.nextLong() & 0xfffL;
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
