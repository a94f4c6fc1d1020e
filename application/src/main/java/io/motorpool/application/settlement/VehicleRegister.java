package io.motorpool.application.settlement;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The vehicles as the ERP knows them: each has exactly one record there, which says under which vehicle contract it
 * serves, and at which slot.
 *
 * <p>Every call may be repeated: what is already as it shall be is left alone. Calls for one vehicle must come in the order
 * of its contracts and one at a time; the record knows only the present, so an old call that comes late would put the
 * vehicle back to where it was.
 */
public interface VehicleRegister {

    /**
     * Creates the vehicle's record or brings it up to date, and puts the vehicle at the slot; from wherever it was, it is
     * taken away at the same moment.
     *
     * @param askedBefore since when an earlier attempt may be under way; null when none can. See {@link ErpLedger#post}
     */
    Uni<Registration> place(Placement placement, @Nullable Instant askedBefore);

    /**
     * Takes the vehicle away from the slot, if it is still there.
     *
     * @param askedBefore since when an earlier attempt to place it may be under way: until that must be over, a vehicle
     *     without a record is not taken for one that was never registered
     */
    Uni<Registration> withdraw(Withdrawal withdrawal, @Nullable Instant askedBefore);
}
