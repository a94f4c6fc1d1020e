package io.motorpool.adapters.telematics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * Whether vehicles can be reached at all. A map, because an optional group that has defaults is never absent; whoever sets
 * one of its properties has to set all that it needs.
 */
@ConfigMapping(prefix = "motorpool.vehicles")
interface VehicleSettings {

    String TELEMATICS = "telematics";

    @WithParentName
    Map<String, TelematicsConfig> byName();

    static Optional<TelematicsConfig> telematicsOf(VehicleSettings settings) {
        return Optional.ofNullable(settings.byName().get(TELEMATICS));
    }
}
