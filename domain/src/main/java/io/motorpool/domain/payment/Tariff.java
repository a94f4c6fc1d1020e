package io.motorpool.domain.payment;

import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.Money;
import java.time.Duration;

/** What a reservation costs, tax included: published policy (ADR-0049). */
public final class Tariff {

    /** Time is charged by the step of the reservation grid (P4), each step that was begun. */
    public static final Duration STEP = ReservationPolicy.GRID;

    /** One step with the client's own vehicle. */
    public static final Money STEP_WITH_COMPANY_VEHICLE = Money.won(500);

    /** One step with a vehicle of the mobility company. */
    public static final Money STEP_WITH_OPERATOR_VEHICLE = Money.won(1_500);

    /** A step of delay costs so many times what a reserved one does. */
    public static final int LATE_FACTOR = 2;

    /** Who comes back so late costs nothing extra. */
    public static final Duration LATE_GRACE = Duration.ofMinutes(10);

    /** Delay beyond this is support's to charge. */
    public static final Duration LATE_LONGEST = Duration.ofHours(24);

    /** The most that support charges at once. */
    public static final Money SUPPORT_LARGEST = Money.won(500_000);

    private Tariff() {}

    public static Money step(Ownership ownership) {
        return switch (ownership) {
            case COMPANY -> STEP_WITH_COMPANY_VEHICLE;
            case OPERATOR -> STEP_WITH_OPERATOR_VEHICLE;
        };
    }

    /** For so much reserved time. */
    public static Money time(Money step, Duration reserved) {
        return step.times(stepsBegun(reserved));
    }

    /** For a return so long after the end. */
    public static Money late(Money step, Duration delay) {
        if (delay.compareTo(LATE_GRACE) <= 0) {
            return Money.NONE;
        }
        Duration counted = delay.compareTo(LATE_LONGEST) < 0 ? delay : LATE_LONGEST;
        return step.times(LATE_FACTOR * stepsBegun(counted));
    }

    private static long stepsBegun(Duration time) {
        return Math.ceilDiv(time.toSeconds(), STEP.toSeconds());
    }
}
