package io.motorpool.sandbox.bench.overlap;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Which slots are asked for, never one that an earlier round has asked for. */
final class Slots {

    static final int VEHICLES = 200;
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong rounds = new AtomicLong();

    record Slot(UUID id, UUID vehicle, OffsetDateTime start, OffsetDateTime end) {}

    static UUID vehicle(long number) {
        return new UUID(0xbe4c_0000_0000_7000L, 0x8001L << 48 | number);
    }

    /** Everybody asks for something else, of whichever vehicle. */
    Slot apart() {
        long turn = rounds.getAndIncrement();
        return slot(turn % VEHICLES, turn / VEHICLES);
    }

    /** Everybody asks for something else, of one vehicle. */
    Slot ofOneVehicle() {
        return slot(VEHICLES, rounds.getAndIncrement());
    }

    /** So many ask for the same, each a little later than the one before. */
    Slot contended(long turn, int rivals) {
        long round = turn / rivals;
        Slot slot = slot(round % VEHICLES, round / VEHICLES);
        Duration shift = Duration.ofMinutes(turn % rivals % 10);
        return new Slot(
                slot.id(), slot.vehicle(), slot.start().plus(shift), slot.end().minusMinutes(1));
    }

    private Slot slot(long vehicle, long number) {
        OffsetDateTime start = FIRST.plus(LENGTH.multipliedBy(number));
        return new Slot(
                new UUID(System.currentTimeMillis() << 16 | 0x7000L, 0x8000_0000_0000_0000L | ids.incrementAndGet()),
                vehicle(vehicle),
                start,
                start.plus(LENGTH));
    }
}
