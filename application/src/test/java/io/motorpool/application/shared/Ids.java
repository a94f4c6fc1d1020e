package io.motorpool.application.shared;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ids like those that the application makes: new ones come after older ones, and no two are alike on any database. */
public final class Ids {

    private static final AtomicLong TICKS = new AtomicLong(System.currentTimeMillis() << 12);

    private Ids() {}

    public static UUID next() {
        long tick = TICKS.incrementAndGet();
        long ordered = (tick >>> 12 << 16) | 0x7000 | (tick & 0xfff);
        long random = ThreadLocalRandom.current().nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(ordered, random);
    }
}
