package io.motorpool.adapters.erp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * Whether there is an ERP, and which. A map, because an optional group that has defaults is never absent; whoever sets one
 * of an ERP's properties has to set all that it needs.
 */
@ConfigMapping(prefix = "motorpool.erp")
interface ErpSettings {

    String SAP = "sap";

    @WithParentName
    Map<String, ErpConfig> byName();

    static Optional<ErpConfig> sapOf(ErpSettings settings) {
        return Optional.ofNullable(settings.byName().get(SAP));
    }
}
