package io.motorpool.domain.access;

import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.Version;
import java.time.Duration;

/** Why a caller does not get to the rules at all. */
public sealed interface AccessRefusal extends Refusal {

    /** There is no such thing, or it belongs to somebody else: the two must not be told apart (C1). */
    record NotFound(Thing thing) implements AccessRefusal {}

    /** The caller sees the thing but may not do this with it. */
    record NotPermitted(Permission missing) implements AccessRefusal {}

    /** The caller decided on a version that is no longer the current one (P18). */
    record Stale(Version seen, Version current) implements AccessRefusal {}

    /** The same idempotency key came with another request (P13). */
    record IdempotencyKeyReused() implements AccessRefusal {}

    /** The first request with this idempotency key is not answered yet (P13). */
    record RequestInFlight() implements AccessRefusal {}

    /** The caller watches as many things at once as anybody may. One that nobody listens to any more is noticed after a while. */
    record TooManyWatches(int most, Duration retryAfter) implements AccessRefusal {}

    /** What was looked for. */
    enum Thing {
        COMPANY,
        MEMBER,
        VEHICLE,
        ZONE,
        PLAN_WINDOW,
        RESERVATION,
        OCCUPANCY,
        USER,
        SESSION,
        SERVICE_ACCOUNT,
        SIGNING_KEY,
        ROUTE,
        SLOT,
        RUN,
        VEHICLE_CONTRACT,
        SETTLEMENT,
        EXTRA_COST,
        SETTLEMENT_JOB,
        HAND_OVER,
        PAYMENT_INSTRUMENT,
        PAYMENT,
        DRIVING_LOG_ENTRY,
        DRIVING_LOG_EXPORT,
        CLOSED_DRIVING_LOG,
        LEGACY_RESERVATION,
        DIFFERENCE_RULE
    }
}
