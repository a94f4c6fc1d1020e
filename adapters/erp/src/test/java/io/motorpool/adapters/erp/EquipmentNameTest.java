package io.motorpool.adapters.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.ErpFixtures;
import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import org.junit.jupiter.api.Test;

class EquipmentNameTest {

    @Test
    void model_and_plate_are_the_name() {
        RegisteredVehicle vehicle = vehicle("카운티");

        assertThat(EquipmentRequest.name(vehicle)).isEqualTo("카운티 " + vehicle.plate());
    }

    @Test
    void a_long_model_gives_way_to_the_plate() {
        RegisteredVehicle vehicle = vehicle("엑스".repeat(30));

        assertThat(EquipmentRequest.name(vehicle)).hasSize(40).endsWith(" " + vehicle.plate());
    }

    @Test
    void a_character_of_two_halves_is_not_torn() {
        String name = EquipmentRequest.name(vehicle("🚌".repeat(30)));

        assertThat(name).hasSizeLessThanOrEqualTo(40);
        assertThat(name.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE))
                .isFalse();
    }

    private static RegisteredVehicle vehicle(String model) {
        RegisteredVehicle some = ErpFixtures.aVehicle();
        return new RegisteredVehicle(some.id(), some.plate(), some.vin(), model, null, null);
    }
}
