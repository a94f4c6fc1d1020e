package io.motorpool.domain.settlement;

import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.RouteRates;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.shared.Amount;
import java.util.Optional;

/**
 * Why a company pays this: from the won to the run that was driven, the vehicle contract that covered its departure, the
 * version of the rate that said the price, and the snapshot that has frozen all of it.
 *
 * @param rate the version that the line names, as the route's rates keep it
 * @param seal of the snapshot in which the line stands
 */
public record Explanation(SettlementNumber settlement, OfRun line, Rate rate, Seal seal) {

    /** Empty when the settlement does not charge the run. */
    public static Optional<Explanation> of(Verification.Kept kept, RunId run, RouteRates rates) {
        return kept.statement().sections().stream()
                .flatMap(section -> section.runs().stream())
                .filter(line -> line.run().equals(run))
                .findFirst()
                .flatMap(line -> rates.version(line.rateVersion())
                        .map(rate -> new Explanation(kept.settlement(), line, rate, kept.sealed())));
    }

    /** Whether the rate says what was charged: rates are only added, so anything else is somebody's tampering. */
    public boolean agrees() {
        return Amount.of(rate.price()).equals(line.amount());
    }
}
