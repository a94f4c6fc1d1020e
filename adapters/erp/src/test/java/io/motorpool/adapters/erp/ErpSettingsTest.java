package io.motorpool.adapters.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.settlement.ErpFixtures;
import io.motorpool.application.settlement.ErpTrouble;
import io.motorpool.application.settlement.ErpTrouble.Kind;
import io.motorpool.application.settlement.Posting;
import io.motorpool.application.settlement.Registration;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErpSettingsTest {

    private static final Map<String, String> WHAT_SAP_NEEDS = Map.of(
            "MOTORPOOL_ERP_SAP_URL", "https://sap.example/sap/opu/odata/sap",
            "MOTORPOOL_ERP_SAP_USER", "MOTORPOOL",
            "MOTORPOOL_ERP_SAP_PASSWORD", "secret",
            "MOTORPOOL_ERP_SAP_SALES_ORGANIZATION", "1710",
            "MOTORPOOL_ERP_SAP_SALES_PROFIT_CENTER", "MOBILITY",
            "MOTORPOOL_ERP_SAP_FLEET_COMPANY_CODE", "1710",
            "MOTORPOOL_ERP_SAP_FLEET_COST_CENTER", "MOBILITY");

    @Test
    void without_any_setting_there_is_no_erp() {
        assertThat(ErpSettings.sapOf(settings(Map.of()))).isEmpty();
    }

    @Test
    void sap_is_set_up_by_its_environment() {
        ErpConfig sap = ErpSettings.sapOf(settings(WHAT_SAP_NEEDS)).orElseThrow();

        assertThat(sap.url()).hasHost("sap.example");
        assertThat(sap.sales().profitCenter()).isEqualTo("MOBILITY");
        assertThat(sap.fleet().costCenter()).isEqualTo("MOBILITY");
        assertThat(sap.lanes()).isEqualTo(8);
    }

    @Test
    void an_erp_that_is_half_set_up_is_not_started_with() {
        Map<String, String> half = new HashMap<>(WHAT_SAP_NEEDS);
        String _ = half.remove("MOTORPOOL_ERP_SAP_PASSWORD");

        assertThatThrownBy(() -> settings(half))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("motorpool.erp.sap.password");
    }

    @Test
    void what_is_meant_for_an_erp_that_is_not_there_waits() {
        NoErp nobody = new NoErp(ErpForTests.clock());
        ErpTrouble later = new ErpTrouble(Kind.OUT_OF_REACH, ErpFixtures.NOW.plus(NoErp.ASK_AGAIN), ErpFixtures.NOW);

        assertThat(nobody.post(ErpFixtures.aCharge(), ErpFixtures.NOW).await().indefinitely())
                .isEqualTo(new Posting.Unclear(later));
        assertThat(nobody.place(ErpFixtures.aPlacement(), ErpFixtures.NOW)
                        .await()
                        .indefinitely())
                .isEqualTo(new Registration.Unclear(later));
    }

    private static ErpSettings settings(Map<String, String> environment) {
        return ErpForTests.settings(new EnvConfigSource(environment, 300));
    }
}
