package io.motorpool.application.key;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.key.VehicleState;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/**
 * The vehicles, far away. Whatever goes wrong on the way is an answer, never a failure: an order may have been carried out
 * although nobody heard of it, so it is repeated under its number, and carried out once.
 */
public interface VehicleControl {

    /** What the vehicle says of itself now; empty when it does not answer in time. */
    Uni<Optional<VehicleState>> state(VehicleId vehicle);

    /**
     * Tells it about its key. An order with a number that it has carried out already is answered again and not carried out
     * again; one with a lower number than it has carried out is never carried out.
     */
    Uni<KeyAnswer> obey(KeyOrder order);

    /** What became of an order about the key. */
    sealed interface KeyAnswer {

        /** It is so now. */
        record Done(Odometer odometer) implements KeyAnswer {}

        /** It is not so, or nobody knows: the same order is to be given again. */
        record NotDone() implements KeyAnswer {}
    }

    /**
     * Has it locked, unlocked and so on. The same id is carried out once; an operation under an earlier key order than the
     * vehicle's last one is not carried out at all.
     */
    Uni<Operated> operate(UUID id, VehicleOrder order);

    /** What became of an operation. */
    enum Operated {
        DONE,
        /** Somebody else's key is in it by now. */
        OVERTAKEN,
        /** Nobody knows. */
        SILENT
    }
}
