package io.motorpool.sandbox.drill;

import java.time.Duration;
import java.time.Instant;

/**
 * Hours in the calendar, beyond those of the load, that one part of a drill has for itself. Slots at the same time differ
 * in vehicle and driver.
 *
 * @param atOnce how many there are at the same time
 */
record Slots(Instant first, int atOnce) {

    static final Duration LENGTH = Duration.ofMinutes(30);
    private static final Duration GRID = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofHours(1);

    /** Beginning so far from now. */
    static Slots ahead(Duration far, int atOnce) {
        return new Slots(onGrid(Instant.now()).plus(far), atOnce);
    }

    /**
     * @param lane the number of the vehicle and of the driver
     */
    record Slot(int lane, Instant start, Instant end) {}

    Slot number(int number) {
        Instant start = first.plus(STEP.multipliedBy(number / atOnce));
        return new Slot(number % atOnce, start, start.plus(LENGTH));
    }

    /** The last point of the grid of reservations that has passed. */
    static Instant onGrid(Instant instant) {
        long step = GRID.toSeconds();
        return Instant.ofEpochSecond(instant.getEpochSecond() / step * step);
    }
}
