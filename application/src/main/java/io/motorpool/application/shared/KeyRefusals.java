package io.motorpool.application.shared;

import static io.motorpool.application.shared.RefusalCatalogue.broken;
import static io.motorpool.application.shared.RefusalCatalogue.conflict;

import io.motorpool.domain.key.KeyRefusal;

/** The catalogue's page about keys. */
final class KeyRefusals {

    private KeyRefusals() {}

    static Explained explain(KeyRefusal refusal) {
        return switch (refusal) {
            case KeyRefusal.KeyNotHeld _ -> conflict("key-not-held", "Your key does not open the vehicle now.");
            case KeyRefusal.KeyInTransit _ ->
                conflict("key-in-transit", "The key is on its way to somebody. Wait until it has arrived.");
            case KeyRefusal.OfferAlreadyOpen _ ->
                conflict("offer-already-open", "The key is offered to somebody already. Withdraw that first.");
            case KeyRefusal.OfferNotOpen(var status) ->
                conflict(
                        "offer-not-open",
                        "The hand-over is past the point where this can be done.",
                        "handOverStatus",
                        status.name());
            case KeyRefusal.OfferExpired(var at) ->
                conflict("offer-expired", "The answer came too late. Let it be offered again.", "at", at.toString());
            case KeyRefusal.RecipientNotEligible _ ->
                broken("recipient-not-eligible", "This colleague cannot take the key over.");
            case KeyRefusal.HandOverNotWanted _ ->
                broken("hand-over-not-wanted", "You have not agreed to be handed keys.");
            case KeyRefusal.IgnitionOn _ -> conflict("ignition-on", "The vehicle is being driven.");
            case KeyRefusal.DoorsNotLocked _ -> conflict("doors-not-locked", "Lock the doors first.");
            case KeyRefusal.VehicleNotReachable _ ->
                conflict("vehicle-not-reachable", "The vehicle does not answer. Ask again.");
        };
    }
}
