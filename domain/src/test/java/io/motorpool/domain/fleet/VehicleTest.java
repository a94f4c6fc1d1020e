package io.motorpool.domain.fleet;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.fleet.Fixtures.GARAGE;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.ROOF;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.aDescription;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.fleet.Fixtures.aVehicleIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VehicleTest {

    private static final VehicleDescription WITH_MORE_SEATS = aDescription(7, Duration.ZERO);

    @Test
    void a_vehicle_that_joins_the_fleet_can_be_driven_at_once() {
        assertThat(Vehicle.add(SONATA, HANBIT, GARAGE, aDescription(), ODOMETER))
                .isEqualTo(aVehicleIn(VehicleStatus.ACTIVE));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, true, MAINTENANCE",
        "ACTIVE, false, ACTIVE",
        "MAINTENANCE, true, MAINTENANCE",
        "MAINTENANCE, false, ACTIVE"
    })
    void a_vehicle_goes_to_the_workshop_and_comes_back(
            VehicleStatus before, boolean inMaintenance, VehicleStatus after) {
        Vehicle changed = accepted(aVehicleIn(before).change(ROOF, WITH_MORE_SEATS, inMaintenance));

        assertThat(changed).isEqualTo(new Vehicle(SONATA, HANBIT, ROOF, WITH_MORE_SEATS, ODOMETER, after));
    }

    @ParameterizedTest
    @EnumSource(VehicleStatus.class)
    void only_an_active_vehicle_is_in_service(VehicleStatus status) {
        assertThat(aVehicleIn(status).isInService()).isEqualTo(status == VehicleStatus.ACTIVE);
    }

    @Test
    void the_odometer_stands_still_or_runs_forwards() {
        Odometer further = new Odometer(ODOMETER.km() + 1);

        assertThat(accepted(aVehicle().drivenTo(ODOMETER))).isEqualTo(aVehicle());
        assertThat(accepted(aVehicle().drivenTo(further)))
                .isEqualTo(new Vehicle(SONATA, HANBIT, GARAGE, aDescription(), further, VehicleStatus.ACTIVE));
        assertThat(refused(aVehicle().drivenTo(new Odometer(ODOMETER.km() - 1))))
                .isEqualTo(new FleetRefusal.OdometerRunsBackwards(ODOMETER.km() - 1, ODOMETER.km()));
    }

    @ParameterizedTest
    @EnumSource(
            value = VehicleStatus.class,
            names = {"ACTIVE", "MAINTENANCE"})
    void a_vehicle_leaves_once_nothing_is_reserved_on_it(VehicleStatus status) {
        assertThat(accepted(aVehicleIn(status).retire(0))).isEqualTo(aVehicleIn(VehicleStatus.RETIRED));
        assertThat(refused(aVehicleIn(status).retire(1))).isEqualTo(new FleetRefusal.VehicleStillReserved(1));
    }

    @Test
    void a_vehicle_that_left_is_no_longer_changed() {
        Vehicle gone = aVehicleIn(VehicleStatus.RETIRED);

        assertThat(refused(gone.change(ROOF, WITH_MORE_SEATS, false))).isEqualTo(new FleetRefusal.VehicleRetired());
        assertThat(refused(gone.retire(0))).isEqualTo(new FleetRefusal.VehicleRetired());
    }

    @Test
    void a_vehicle_is_in_the_fleet_until_it_leaves_wherever_it_is() {
        assertThat(accepted(aVehicleIn(VehicleStatus.ACTIVE).inFleet())).isEqualTo(aVehicleIn(VehicleStatus.ACTIVE));
        assertThat(accepted(aVehicleIn(VehicleStatus.MAINTENANCE).inFleet()))
                .isEqualTo(aVehicleIn(VehicleStatus.MAINTENANCE));
        assertThat(refused(aVehicleIn(VehicleStatus.RETIRED).inFleet())).isEqualTo(new FleetRefusal.VehicleRetired());
    }
}
