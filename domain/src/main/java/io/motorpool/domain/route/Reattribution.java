package io.motorpool.domain.route;

import java.time.Instant;

/**
 * Charges that have to change hands because another vehicle turned out to have driven: those of one contract whose runs
 * departed within the span now belong to another.
 */
public record Reattribution(VehicleContractId from, VehicleContractId to, Span departures) {

    /** The one rule by which a charge changes hands, whoever applies it: one at a time here, or set-wise in a database. */
    public boolean concerns(VehicleContractId contract, Instant departure) {
        return from.equals(contract) && departures.covers(departure);
    }
}
