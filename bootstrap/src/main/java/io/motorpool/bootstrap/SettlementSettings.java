package io.motorpool.bootstrap;

import io.motorpool.domain.settlement.ConfirmationPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a deployment decides about settlement. */
@ConfigMapping(prefix = "motorpool.settlement")
interface SettlementSettings {

    /** Whether whoever edited a settlement last may confirm it (P16). */
    @WithDefault("maker-is-not-checker")
    ConfirmationPolicy confirmation();

    /** How often companies that were pressed for are looked for. */
    String workedOnEvery();

    /** How often confirmed settlements that the ERP has to hear of are looked for. */
    String postedEvery();
}
