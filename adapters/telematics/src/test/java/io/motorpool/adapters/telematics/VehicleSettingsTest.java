package io.motorpool.adapters.telematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.key.VehicleControl.KeyAnswer;
import io.motorpool.application.key.VehicleControl.Operated;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.shared.VehicleId;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VehicleSettingsTest {

    @Test
    void without_settings_no_vehicle_answers_and_nothing_fails() {
        assertThat(VehicleSettings.telematicsOf(TelematicsForTests.settings(Map.of())))
                .isEmpty();
        var nobody = new NoTelematics();
        var vehicle = new VehicleId(new UUID(0, 1));

        assertThat(nobody.state(vehicle).await().indefinitely()).isEmpty();
        assertThat(nobody.obey(new KeyOrder(vehicle, 1, new KeyOrder.Forget()))
                        .await()
                        .indefinitely())
                .isEqualTo(new KeyAnswer.NotDone());
        assertThat(nobody.operate(new UUID(0, 2), new VehicleOrder(vehicle, 0, Operation.LOCK))
                        .await()
                        .indefinitely())
                .isEqualTo(Operated.SILENT);
    }

    @Test
    void an_address_without_a_secret_is_found_at_the_start() {
        assertThatThrownBy(() ->
                        TelematicsForTests.settings(Map.of("motorpool.vehicles.telematics.url", "https://devices")))
                .hasMessageContaining("secret");
    }

    @Test
    void nobody_waits_for_longer_than_they_have_the_vehicle_to_themselves() {
        TelematicsConfig config = TelematicsForTests.config(
                URI.create("https://devices"), "s", Map.of("motorpool.vehicles.telematics.answer-within", "30s"));

        assertThatThrownBy(() -> new Airway(Vertx.vertx(), config)).hasMessageContaining("lease");
    }
}
