package io.motorpool.application.drivinglog;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.Purpose;
import io.motorpool.domain.drivinglog.TripId;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Says what the log cannot know by itself. Each is a new fact with a reason; nothing is edited. Of a period that is closed
 * nothing can be said any more.
 */
public interface LookAfterDrivingLog {

    /** Decides whether an entry is in. */
    Uni<Decision<LogFact, Refusal>> decide(Caller caller, EntryId entry, LogFact.Verdict verdict, Reason reason);

    /** Says what the odometer really showed; of a trip that nobody measured it is the first to say so. */
    Uni<Decision<LogFact, Refusal>> correct(Caller caller, TripId trip, Odometer before, Odometer after, Reason reason);

    Uni<Decision<LogFact, Refusal>> state(Caller caller, TripId trip, Purpose purpose, Reason reason);

    /** Puts in a trip that no reservation tells of. */
    Uni<Decision<LogFact, Refusal>> insert(Caller caller, Forgotten trip, Reason reason);

    /** The vehicle owes no log. */
    Uni<Decision<LogFact, Refusal>> exempt(Caller caller, VehicleId vehicle, LogFact.Ground ground, Reason reason);

    Uni<Decision<LogFact, Refusal>> withdrawExemption(Caller caller, VehicleId vehicle, Reason reason);

    record Forgotten(
            VehicleId vehicle,
            UserId driver,
            Instant departedAt,
            Instant arrivedAt,
            Odometer before,
            Odometer after,
            Purpose purpose) {}
}
