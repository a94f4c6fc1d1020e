package io.motorpool.domain.reservation;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.Period;
import java.time.Duration;
import java.time.Instant;

/** The published constants of reservations (P4, P10 and ADR-0014) and the checks of a period against them. */
public final class ReservationPolicy {

    /** Reservations begin and end on this grid (P4). */
    public static final Duration GRID = Duration.ofMinutes(10);

    /** The shortest reservation (P4). */
    public static final Duration SHORTEST = Duration.ofMinutes(30);

    /** The longest reservation (P4). */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** How far ahead a reservation may begin (P4). */
    public static final Duration HORIZON = Duration.ofDays(90);

    /** How long a reserved vehicle waits for its driver before the reservation counts as a no-show. */
    public static final Duration NO_SHOW_GRACE = Duration.ofMinutes(30);

    /** For how long ahead of now a vehicle that is late is kept from being reserved again. */
    public static final Duration LATE_HOLD = Duration.ofMinutes(30);

    /** A reservation that begins within this time of a vehicle that is still out is at risk. */
    public static final Duration RISK_REACH = Duration.ofHours(2);

    /** How far ahead a time may end for which the division takes a vehicle out of use. */
    public static final Duration BLOCK_HORIZON = Duration.ofDays(400);

    /** How far before and after a reservation its neighbours are shown (P10). */
    public static final Duration NEIGHBOUR_REACH = Duration.ofHours(24);

    private ReservationPolicy() {}

    /** A period that somebody asks for now. The slot of the grid that is running now may still be taken. */
    public static Decision<Period, ReservationRefusal> checkNew(Period period, Instant now) {
        if (period.start().isBefore(onGrid(now))) {
            return refuse(new ReservationRefusal.StartInThePast(onGrid(now)));
        }
        return checkForm(period, now);
    }

    /** A period that changes one that was accepted before: a start that stays is not asked about again. */
    public static Decision<Period, ReservationRefusal> checkChanged(Period before, Period after, Instant now) {
        if (!after.start().equals(before.start())) {
            return checkNew(after, now);
        }
        return after.end().isAfter(now) ? checkForm(after, now) : refuse(new ReservationRefusal.EndInThePast(now));
    }

    /** A block by the division lies on the grid and is not over yet; how long it is, is the division's business. */
    public static Decision<Period, ReservationRefusal> checkBlock(Period period, Instant now) {
        if (!period.end().isAfter(now)) {
            return refuse(new ReservationRefusal.EndInThePast(now));
        }
        if (period.start().isBefore(onGrid(now))) {
            return refuse(new ReservationRefusal.StartInThePast(onGrid(now)));
        }
        if (period.end().isAfter(now.plus(BLOCK_HORIZON))) {
            return refuse(new ReservationRefusal.BeyondHorizon(now.plus(BLOCK_HORIZON)));
        }
        return period.start().equals(onGrid(period.start())) && period.end().equals(onGrid(period.end()))
                ? accept(period)
                : refuse(new ReservationRefusal.OffGrid(GRID));
    }

    private static Decision<Period, ReservationRefusal> checkForm(Period period, Instant now) {
        if (!period.start().equals(onGrid(period.start())) || !period.end().equals(onGrid(period.end()))) {
            return refuse(new ReservationRefusal.OffGrid(GRID));
        }
        if (period.length().compareTo(SHORTEST) < 0) {
            return refuse(new ReservationRefusal.TooShort(SHORTEST));
        }
        if (period.length().compareTo(LONGEST) > 0) {
            return refuse(new ReservationRefusal.TooLong(LONGEST));
        }
        if (period.start().isAfter(now.plus(HORIZON))) {
            return refuse(new ReservationRefusal.BeyondHorizon(now.plus(HORIZON)));
        }
        return accept(period);
    }

    /** The last point of the grid that is not after the instant. */
    public static Instant onGrid(Instant instant) {
        long step = GRID.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), step) * step);
    }
}
