package io.motorpool.application.reservation;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.Occupancy.ByReservation;
import io.motorpool.domain.reservation.Occupancy.ByTurnaround;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

class InMemoryAvailabilityTest implements AvailabilityReaderContract, InMemoryContract {

    private final MovedClock clock = new MovedClock(Instant.parse("2027-03-02T00:00:00Z"));
    private final InMemoryAvailability reader = new InMemoryAvailability(clock);

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
        clock.move(Duration.ofMillis(100));
    }

    @Override
    public CompanyId givenCompany() {
        return new CompanyId(Ids.next());
    }

    @Override
    public VehicleId givenVehicle(CompanyId company, VehicleStatus status) {
        VehicleId vehicle = new VehicleId(Ids.next());
        reader.put(vehicle, company, status);
        return vehicle;
    }

    @Override
    public void givenTaken(CompanyId company, VehicleId vehicle, OccupancyKind kind, Period period) {
        ReservationId reservation = new ReservationId(Ids.next());
        OccupancyId block = new OccupancyId(Ids.next());
        reader.put(
                switch (kind) {
                    case RESERVATION ->
                        new ByReservation(
                                reservation,
                                company,
                                vehicle,
                                new UserId(Ids.next()),
                                period,
                                period.end(),
                                period.end(),
                                false);
                    case BUFFER -> new ByTurnaround(reservation, company, vehicle, period);
                    case MAINTENANCE -> new ByDivision(block, company, vehicle, ByDivision.Cause.MAINTENANCE, period);
                    case BLOCK -> new ByDivision(block, company, vehicle, ByDivision.Cause.BLOCK, period);
                });
    }
}
