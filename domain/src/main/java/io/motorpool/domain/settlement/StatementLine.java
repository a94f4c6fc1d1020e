package io.motorpool.domain.settlement;

import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.Amount;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is paid for, in a form that explains itself: it says by value everything that is shown, so that it reads
 * the same when vehicles are sold and routes renamed.
 */
public sealed interface StatementLine {

    RouteId route();

    LocalDate serviceDate();

    Amount amount();

    /**
     * A run that was driven.
     *
     * @param rateVersion of the route's rate that said the price
     */
    record OfRun(
            RunId run,
            RouteId route,
            LocalDate serviceDate,
            Instant departure,
            VehicleContractNumber contract,
            int rateVersion,
            Amount amount,
            Shown shown)
            implements StatementLine {}

    /** What people see of a run beside its facts, as it was called at that moment. */
    record Shown(String slot, String plate, String model) {}

    /** A special request. */
    record OfExtraCost(
            ExtraCostId cost,
            RouteId route,
            LocalDate serviceDate,
            ExtraCostKind kind,
            String reference,
            @Nullable AdjustmentReason reason,
            String description,
            Amount amount)
            implements StatementLine {

        public static OfExtraCost of(ExtraCost cost) {
            ExtraCostLine line = cost.line();
            return new OfExtraCost(
                    cost.id(),
                    cost.key().route(),
                    cost.key().serviceDate(),
                    cost.key().kind(),
                    cost.key().reference(),
                    line.reason(),
                    line.description(),
                    line.amount());
        }
    }
}
