package io.motorpool.domain.drivinglog;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody said about the log of a vehicle, with the reason. Nothing in the log is ever edited: a later fact about the
 * same thing counts instead of an earlier one, and both are kept.
 */
public record LogFact(
        UUID id, VehicleId vehicle, CompanyId company, Content content, Reason reason, UserId by, Instant at) {

    /** What was said. */
    public sealed interface Content {}

    /** The odometer showed something else. */
    public record ReadingsCorrected(TripId trip, Odometer before, Odometer after) implements Content {
        public ReadingsCorrected {
            if (after.isBefore(before)) {
                throw new IllegalArgumentException(
                        "a trip does not take the odometer from %d back to %d".formatted(before.km(), after.km()));
            }
        }
    }

    /** It was driven for something else. */
    public record PurposeStated(TripId trip, Purpose purpose) implements Content {}

    /** Whether an entry is in. */
    public record Decided(EntryId entry, Verdict verdict) implements Content {}

    /** In or out. */
    public enum Verdict {
        INCLUDE,
        EXCLUDE
    }

    /** Somebody remembered a trip that no reservation tells of. */
    public record TripInserted(Trip trip) implements Content {
        public TripInserted {
            if (trip.after().isBefore(trip.before()) || trip.arrivedAt().isBefore(trip.departedAt())) {
                throw new IllegalArgumentException("a trip takes the odometer and the clock forwards");
            }
            if (trip.id().leg() != 1) {
                throw new IllegalArgumentException("a trip that is put in has one driver");
            }
        }
    }

    /** From now on and for what was, the vehicle owes no log. */
    public record Exempted(Ground ground) implements Content {}

    /** It does owe one. */
    public record ExemptionWithdrawn() implements Content {}

    /** Why a vehicle owes no log: it is none of the cars that the tax is about. */
    public enum Ground {
        /** 경차: at most 1,000 cc. */
        LIGHT_CAR,
        /** More than eight seats. */
        MANY_SEATS,
        /** A lorry. */
        CARGO,
        /** It is what the company earns its money with: taxi, rental, driving school. */
        USED_FOR_TRADE
    }
}
