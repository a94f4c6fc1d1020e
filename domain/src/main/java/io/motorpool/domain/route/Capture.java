package io.motorpool.domain.route;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the daily capture makes of a completed run. A run without a rate has no amount: it is unpriced, never free, and it
 * stands in the way of the settlement until somebody agrees a rate.
 */
public sealed interface Capture {

    RunId run();

    record Priced(Charge.Captured charge) implements Capture {
        @Override
        public RunId run() {
            return charge.run();
        }
    }

    record Unpriced(RunId run) implements Capture {}

    /** Nobody served the slot when it departed: it is not known whose account it goes to. */
    record Undispatched(RunId run) implements Capture {}

    /** The one rule; whoever captures set-wise must come to the same. */
    static Capture of(
            Run.Completed run, DispatchSheet sheet, RouteRates rates, Supplier<ChargeId> nextId, Instant now) {
        Optional<VehicleContract> contract = sheet.serving(run.plan().departure());
        if (contract.isEmpty()) {
            return new Undispatched(run.id());
        }
        return rates.on(run.plan().serviceDate())
                .<Capture>map(rate -> new Priced(new Charge.Captured(
                        nextId.get(), run.id(), contract.get().id(), Price.of(rate), now)))
                .orElseGet(() -> new Unpriced(run.id()));
    }
}
