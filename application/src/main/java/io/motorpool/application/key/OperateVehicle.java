package io.motorpool.application.key;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** A vehicle is locked, unlocked, immobilised or released from afar. */
public interface OperateVehicle {

    /**
     * The holder of its key does, or support.
     *
     * @param reason needed when the caller does not hold the key
     */
    Uni<Decision<Operation, Refusal>> operate(
            Caller caller, VehicleId vehicle, Operation operation, @Nullable Reason reason);
}
