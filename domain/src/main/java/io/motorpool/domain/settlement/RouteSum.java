package io.motorpool.domain.settlement;

import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.shared.Amount;

/**
 * What one route comes to in a month. This is what a database may add up on its own: counts and sums, no rule.
 *
 * @param runs how many charges stand
 * @param charges the sum of all records of runs, credits among them
 * @param extraCosts the sum of the route's extra costs
 */
public record RouteSum(RouteId route, long runs, Amount charges, long extraCostLines, Amount extraCosts) {

    public Amount supply() {
        return charges.plus(extraCosts);
    }
}
