package io.motorpool.application.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until the test moves it. */
public final class MovedClock extends Clock {

    private final AtomicReference<Instant> now;

    public MovedClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public void move(Duration on) {
        now.updateAndGet(instant -> instant.plus(on));
    }

    public void moveTo(Instant then) {
        now.set(then);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone");
    }
}
