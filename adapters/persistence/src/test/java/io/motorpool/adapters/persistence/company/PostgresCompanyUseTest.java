package io.motorpool.adapters.persistence.company;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.ScheduleRows;
import io.motorpool.application.company.CompanyUse;
import io.motorpool.application.company.CompanyUseContract;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresCompanyUseTest implements CompanyUseContract, PostgresContract {

    private static final Instant MORNING = Instant.parse("2027-03-02T00:00:00Z");

    private final Given given = new Given(this);
    private final ScheduleRows rows = new ScheduleRows(this);
    private final Map<CompanyId, VehicleId> vehicles = new HashMap<>();

    @Inject
    CompanyUse use;

    @Override
    public CompanyUse use() {
        return use;
    }

    @Override
    public CompanyId givenCompany() {
        return given.company();
    }

    @Override
    public void givenVehicle(CompanyId company) {
        vehicles.put(company, given.vehicle(company).id());
    }

    @Override
    public void givenFormerVehicle(CompanyId company) {
        Vehicle vehicle = FleetFixtures.aVehicle(company, given.zone(company));
        var _ = given.vehicle(new Vehicle(
                vehicle.id(),
                company,
                vehicle.zone(),
                vehicle.description(),
                vehicle.odometer(),
                VehicleStatus.RETIRED));
    }

    @Override
    public void givenReservation(CompanyId company, UserId driver) {
        var _ = given.member(company, driver);
        rows.reservation(company, vehicleOf(company), driver, "RESERVED", MORNING);
    }

    @Override
    public void givenFormerReservation(CompanyId company, UserId driver) {
        rows.reservation(company, vehicleOf(company), driver, "CANCELLED", MORNING);
    }

    private VehicleId vehicleOf(CompanyId company) {
        return Optional.ofNullable(vehicles.get(company)).orElseThrow();
    }
}
