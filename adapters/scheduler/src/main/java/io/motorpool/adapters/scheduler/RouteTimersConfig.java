package io.motorpool.adapters.scheduler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When what is driven for companies is looked after. */
@ConfigMapping(prefix = "motorpool.routes")
interface RouteTimersConfig {

    /** How often runs are planned; "off" on a node that is not to. */
    String plannedEvery();

    /** How many days after today are planned. */
    @WithDefault("14")
    int daysAhead();

    /** How often the prices of completed runs are copied. */
    String capturedEvery();

    /** How often vehicles of which the ERP's register has to hear are looked for. */
    String registeredEvery();
}
