package io.motorpool.domain.key;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.Odometer;
import java.time.Instant;

/**
 * What a vehicle says of itself.
 *
 * @param at when it was so
 */
public record VehicleState(
        boolean ignitionOn, boolean doorsLocked, boolean immobilised, Odometer odometer, Instant at) {

    /** Whether the vehicle is as the operation leaves it. */
    public boolean shows(Operation operation) {
        return switch (operation) {
            case LOCK -> doorsLocked;
            case UNLOCK -> !doorsLocked;
            case IMMOBILISE -> immobilised;
            case RELEASE -> !immobilised;
        };
    }

    /** A key changes hands only while the vehicle rests: ignition off, doors locked (P9). */
    Decision<VehicleState, KeyRefusal> restsAt(Instant now) {
        return standsAt(now).then(state -> doorsLocked ? accept(state) : refuse(new KeyRefusal.DoorsNotLocked()));
    }

    /** Whether nobody is driving, as far as that can be known now. */
    Decision<VehicleState, KeyRefusal> standsAt(Instant now) {
        if (at.isBefore(now.minus(KeyPolicy.STATE_OLDEST))) {
            return refuse(new KeyRefusal.VehicleNotReachable());
        }
        return ignitionOn ? refuse(new KeyRefusal.IgnitionOn()) : accept(this);
    }
}
