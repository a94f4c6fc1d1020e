package io.motorpool.domain.key;

import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;

/**
 * What a vehicle is told about its key. It carries out each number once, and nothing that comes with a lower one: so what
 * was delayed on the way cannot bring back the past.
 *
 * @param number one more with each new order to the vehicle; the same when one is repeated
 */
public record KeyOrder(VehicleId vehicle, long number, Wish wish) {

    /** What it is to do. */
    public sealed interface Wish {}

    /** Forget whatever key you know. */
    public record Forget() implements Wish {}

    /** Learn this person's key. */
    public record Learn(UserId holder) implements Wish {}
}
