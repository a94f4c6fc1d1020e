package io.motorpool.adapters.payment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * Whether there is a gateway. A map, because an optional group that has defaults is never absent; whoever sets one of its
 * properties has to set all that it needs.
 */
@ConfigMapping(prefix = "motorpool.payment")
interface PaymentSettings {

    String GATEWAY = "gateway";

    @WithParentName
    Map<String, GatewayConfig> byName();

    static Optional<GatewayConfig> gatewayOf(PaymentSettings settings) {
        return Optional.ofNullable(settings.byName().get(GATEWAY));
    }
}
