package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.ScheduleRows;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.fleet.FleetUse;
import io.motorpool.application.fleet.FleetUseContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresFleetUseTest implements FleetUseContract, PostgresContract {

    private final Given given = new Given(this);
    private final ScheduleRows rows = new ScheduleRows(this);

    @Inject
    FleetUse use;

    @Override
    public FleetUse use() {
        return use;
    }

    @Override
    public Vehicle givenVehicle() {
        return given.vehicle(given.company());
    }

    @Override
    public void givenFormerVehicle(Vehicle beside) {
        Vehicle like = FleetFixtures.aVehicle(beside.company(), beside.zone());
        var _ = given.vehicle(new Vehicle(
                like.id(), like.company(), like.zone(), like.description(), like.odometer(), VehicleStatus.RETIRED));
    }

    @Override
    public void givenReservation(VehicleId vehicle) {
        Instant begin = NOW.minus(Duration.ofHours(5));
        occupancy(vehicle, "RESERVATION", begin, begin.plus(Duration.ofHours(2)));
    }

    @Override
    public void givenBlock(VehicleId vehicle, Instant until) {
        occupancy(vehicle, "BLOCK", until.minus(Duration.ofMinutes(10)), until);
    }

    @Override
    public void givenTurnaround(VehicleId vehicle, Instant until) {
        occupancy(vehicle, "BUFFER", until.minus(Duration.ofMinutes(10)), until);
    }

    /** The owner does not matter to the count. */
    private void occupancy(VehicleId vehicle, String kind, Instant start, Instant end) {
        rows.occupancy(new CompanyId(vehicle.value()), vehicle, kind, start, end);
    }
}
