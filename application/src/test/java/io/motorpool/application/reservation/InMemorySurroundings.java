package io.motorpool.application.reservation;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.InMemoryVehicles;
import io.motorpool.application.map.ZoneVehicles.Visitor;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.reservation.DriverAgenda;
import io.motorpool.domain.reservation.DriverAgenda.Engagement;
import io.motorpool.domain.reservation.Occupancy.ByReservation;
import io.motorpool.domain.reservation.Relocation.Candidate;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reservation is decided against, gathered from what is in memory. */
public final class InMemorySurroundings implements SurroundingsReader {

    private static final int MOST_CANDIDATES = 50;

    private final Companies companies;
    private final Members members;
    private final InMemoryVehicles vehicles;
    private final InMemoryOccupancies occupancies;

    InMemorySurroundings(
            Companies companies, Members members, InMemoryVehicles vehicles, InMemoryOccupancies occupancies) {
        this.companies = companies;
        this.members = members;
        this.vehicles = vehicles;
        this.occupancies = occupancies;
    }

    @Override
    public Uni<Optional<Surroundings>> around(VehicleId vehicle, UserId driver, Period period) {
        return vehicles.find(vehicle)
                .chain(found -> found.map(
                                stored -> around(stored.value(), driver, period).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The same without a vehicle. */
    public Uni<Visitor> visitor(CompanyId company, UserId driver, Period period) {
        return companies
                .find(company)
                .map(found -> found.orElseThrow().value())
                .chain(known -> members.of(company, driver)
                        .map(member ->
                                new Visitor(known, member.map(Versioned::value).orElse(null), agenda(driver, period))));
    }

    private Uni<Surroundings> around(Vehicle vehicle, UserId driver, Period period) {
        return visitor(vehicle.company(), driver, period)
                .map(visitor -> visitor.before(vehicle, scheduleAround(vehicle.id(), period)));
    }

    private VehicleSchedule scheduleAround(VehicleId vehicle, Period period) {
        return new VehicleSchedule(
                vehicle,
                Stream.concat(occupancies.within(vehicle, withTurnaround(period)), occupancies.outWith(vehicle))
                        .distinct()
                        .toList());
    }

    private static Period withTurnaround(Period period) {
        return period.withEnd(period.end().plus(VehicleDescription.LONGEST_TURNAROUND));
    }

    private DriverAgenda agenda(UserId driver, Period period) {
        return new DriverAgenda(
                driver,
                occupancies
                        .all()
                        .filter(ByReservation.class::isInstance)
                        .map(ByReservation.class::cast)
                        .filter(reserved -> reserved.driver().equals(driver))
                        .filter(reserved -> reserved.period().overlaps(withTurnaround(period)))
                        .map(reserved -> new Engagement(reserved.reservation(), reserved.company(), reserved.period()))
                        .toList());
    }

    @Override
    public Uni<Optional<Versioned<Vehicle>>> vehicle(VehicleId vehicle) {
        return vehicles.find(vehicle);
    }

    @Override
    public Uni<List<VehicleId>> equalTo(VehicleId vehicle) {
        return vehicles.find(vehicle)
                .map(found -> found.map(stored -> equalTo(stored.value())).orElse(List.of()));
    }

    private List<VehicleId> equalTo(Vehicle vehicle) {
        return vehicles.inFleet()
                .filter(other ->
                        other.company().equals(vehicle.company()) && !other.id().equals(vehicle.id()))
                .filter(Vehicle::isInService)
                .filter(other -> other.description().equalsInUse(vehicle.description()))
                .sorted(Comparator.comparing((Vehicle other) -> !other.zone().equals(vehicle.zone()))
                        .thenComparing(other -> other.id().value()))
                .map(Vehicle::id)
                .limit(MOST_CANDIDATES)
                .toList();
    }

    @Override
    public Uni<List<Candidate>> candidates(List<VehicleId> wanted, Period period) {
        return Uni.createFrom()
                .item(() -> wanted.stream()
                        .flatMap(id -> vehicles.inFleet()
                                .filter(vehicle -> vehicle.id().equals(id)))
                        .map(vehicle -> new Candidate(vehicle, scheduleAround(vehicle.id(), period)))
                        .toList());
    }
}
