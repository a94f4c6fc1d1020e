package io.motorpool.domain.key;

import io.motorpool.domain.Refusal;
import java.time.Instant;

/** Why a key does not change hands, or a vehicle is not operated. */
public sealed interface KeyRefusal extends Refusal {

    /** The caller's key does not open the vehicle now. */
    record KeyNotHeld() implements KeyRefusal {}

    /** The key is on its way to somebody: until it has arrived nobody's is good. */
    record KeyInTransit() implements KeyRefusal {}

    /** The key is offered to somebody already. */
    record OfferAlreadyOpen() implements KeyRefusal {}

    /** The hand-over is past the point where this can be done. */
    record OfferNotOpen(HandOverStatus status) implements KeyRefusal {}

    /** The answer came too late. */
    record OfferExpired(Instant at) implements KeyRefusal {}

    /** The colleague cannot take the key over. Why is between them and the company. */
    record RecipientNotEligible() implements KeyRefusal {}

    /** The caller has not opted in to taking over keys. */
    record HandOverNotWanted() implements KeyRefusal {}

    /** The vehicle is being driven. */
    record IgnitionOn() implements KeyRefusal {}

    record DoorsNotLocked() implements KeyRefusal {}

    /** The vehicle does not answer, or its last word is too old to decide on. */
    record VehicleNotReachable() implements KeyRefusal {}
}
