package io.motorpool.application.route;

import io.motorpool.domain.route.RunPlan;

/**
 * A completed run that has no price, not even one that only has to be copied: it has no amount, and stands in the way of
 * the settlement.
 */
public record UnpricedRun(RunPlan plan, Lack lack) {

    /** What has to be looked after before its price can be captured. */
    public enum Lack {
        /** No vehicle contract covers its departure. */
        CONTRACT,
        /** No rate is in force on its service date. */
        RATE
    }
}
