package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;

import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.InMemoryCompanies;
import io.motorpool.application.company.InMemoryMembers;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.InMemoryVehicles;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.OneAtATime;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that use cases around reservations need, in one memory, and a way to say what is given. */
final class AMotorpool {

    final MovedClock clock = new MovedClock(MONDAY_8AM);
    final Traces traces = new Traces(clock);

    final Companies companies = new InMemoryCompanies();
    final Members members = new InMemoryMembers();
    final InMemoryVehicles vehicles = new InMemoryVehicles();
    private final InMemoryOccupancies occupancies = new InMemoryOccupancies();
    final InMemoryReservations reservations = new InMemoryReservations(vehicles, members, occupancies);
    final InMemorySchedules schedules = new InMemorySchedules(vehicles, occupancies);
    final SurroundingsReader surroundings = new InMemorySurroundings(companies, members, vehicles, occupancies);
    final Odometers odometers = new InMemoryOdometers(vehicles);
    final Notes notes = new InMemoryNotes(reservations);
    final ReservationReader due = new InMemoryReservationReader(reservations, members);
    final UnitOfWork unitOfWork = new OneAtATime(this::snapshot);

    private Runnable snapshot() {
        List<Runnable> undo = List.of(vehicles.snapshot(), occupancies.snapshot(), reservations.snapshot());
        return () -> undo.forEach(Runnable::run);
    }

    CompanyId givenCompany() {
        return given(aCompany());
    }

    CompanyId given(Company company) {
        return companies.add(company).replaceWith(company.id()).await().indefinitely();
    }

    Vehicle givenVehicle(CompanyId company) {
        return given(aVehicle(company, new ZoneId(Ids.next())));
    }

    Vehicle given(Vehicle vehicle) {
        return vehicles.add(vehicle).replaceWith(vehicle).await().indefinitely();
    }

    UserId givenDriver(CompanyId company) {
        return given(aMember(company)).user();
    }

    Member given(Member member) {
        return members.add(member).replaceWith(member).await().indefinitely();
    }

    /** In whatever state, in its first version: what led there is not what the test is about. */
    <R extends Reservation> R given(R reservation) {
        reservations.put(reservation);
        return reservation;
    }

    Occupancy.ByDivision given(Occupancy.ByDivision block) {
        if (!schedules.addBlock(block).await().indefinitely()) {
            throw new AssertionError("the time is taken: " + block);
        }
        return block;
    }

    /** As it is stored now. */
    Versioned<Reservation> stored(ReservationId id) {
        return reservations.find(id).await().indefinitely().orElseThrow();
    }

    Vehicle stored(VehicleId id) {
        return vehicles.find(id).await().indefinitely().orElseThrow().value();
    }

    /** What holds the vehicle, in order. */
    List<Period> held(Vehicle vehicle) {
        List<Occupancy> all = new ArrayList<>(occupancies
                .all()
                .filter(it -> it.vehicle().equals(vehicle.id()))
                .toList());
        all.sort(Comparator.comparing(occupancy -> occupancy.held().start()));
        return all.stream().map(Occupancy::held).toList();
    }

    Version versionOf(ReservationId id) {
        return stored(id).version();
    }
}
