package io.motorpool.adapters.erp;

import io.motorpool.sandbox.sap.SapPart;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A stand-in for SAP, and the settings that lead to it. */
public final class SapForTests implements QuarkusTestResourceLifecycleManager {

    private final SapPart sap = SapPart.temporary();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "motorpool.erp.sap.url", sap.url().toString(),
                "motorpool.erp.sap.user", sap.user().name(),
                "motorpool.erp.sap.password", sap.user().password(),
                "motorpool.erp.sap.sales.organization", "1710",
                "motorpool.erp.sap.sales.profit-center", "MOBILITY",
                "motorpool.erp.sap.fleet.company-code", "1710",
                "motorpool.erp.sap.fleet.cost-center", "MOBILITY");
    }

    @Override
    public void stop() {
        sap.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(sap, new TestInjector.MatchesType(SapPart.class));
    }
}
