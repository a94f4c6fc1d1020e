package io.motorpool.domain.drivinglog;

import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import java.time.Instant;
import java.util.List;

/**
 * A reservation of a vehicle as the log sees it.
 *
 * @param period what was reserved, {@code [start, end)}
 * @param corporate the driver's tag, which nobody ever rewrites
 */
public record Use(ReservationId reservation, Period period, boolean corporate, Course course) {

    /** What became of the reservation. */
    public sealed interface Course {

        /** @param legs in order; more than one if the key was handed over */
        record Driven(List<Leg> legs) implements Course {
            public Driven {
                legs = List.copyOf(legs);
                if (legs.isEmpty()) {
                    throw new IllegalArgumentException("what was driven, was driven by somebody");
                }
            }
        }

        record NotDriven(Cause cause) implements Course {}

        /** It waits for its driver, or is being driven. */
        record Unfinished() implements Course {}
    }

    /** Why nothing was driven. */
    public enum Cause {
        CANCELLED,
        NO_SHOW,
        /** Started and given back where it stood: not a kilometre. */
        NEVER_DRIVEN
    }

    EntryId entry() {
        return EntryId.of(reservation);
    }

    /** When the vehicle actually left (P1), or was to leave if it never did. */
    Instant departure() {
        return course instanceof Course.Driven(var legs) ? legs.getFirst().departedAt() : period.start();
    }
}
