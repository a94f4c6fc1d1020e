package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.ScheduleRows;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.reservation.AvailabilityReader;
import io.motorpool.application.reservation.AvailabilityReaderContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Through the cache, as callers get it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresAvailabilityTest implements AvailabilityReaderContract, PostgresContract {

    private final Given given = new Given(this);
    private final ScheduleRows rows = new ScheduleRows(this);

    @Inject
    AvailabilityReader reader;

    @Inject
    Clock clock;

    @Override
    public AvailabilityReader reader() {
        return reader;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void later() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    @Override
    public CompanyId givenCompany() {
        return given.company();
    }

    @Override
    public VehicleId givenVehicle(CompanyId company, VehicleStatus status) {
        Vehicle like = FleetFixtures.aVehicle(company, given.zone(company));
        return given.vehicle(new Vehicle(like.id(), company, like.zone(), like.description(), like.odometer(), status))
                .id();
    }

    @Override
    public void givenTaken(CompanyId company, VehicleId vehicle, OccupancyKind kind, Period period) {
        rows.occupancy(company, vehicle, kind.name(), period.start(), period.end());
    }
}
