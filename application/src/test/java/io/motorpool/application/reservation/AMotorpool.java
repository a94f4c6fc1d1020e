package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.driverOf;

import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.InMemoryCompanies;
import io.motorpool.application.company.InMemoryMembers;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.InMemoryVehicles;
import io.motorpool.application.reservation.ReservationDesk.Ports;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.OneAtATime;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/** Everything that use cases around reservations need, in one memory, and a way to say what is given. */
public final class AMotorpool {

    public final MovedClock clock = new MovedClock(MONDAY_8AM);
    public final Traces traces = new Traces(clock);

    public final Companies companies = new InMemoryCompanies();
    public final Members members = new InMemoryMembers();
    public final InMemoryVehicles vehicles = new InMemoryVehicles();
    private final InMemoryOccupancies occupancies = new InMemoryOccupancies();
    public final InMemoryReservations reservations = new InMemoryReservations(vehicles, members, occupancies);
    final InMemorySchedules schedules = new InMemorySchedules(vehicles, occupancies);
    public final InMemorySurroundings surroundings =
            new InMemorySurroundings(companies, members, vehicles, occupancies);
    public final Odometers odometers = new InMemoryOdometers(vehicles);
    final Notes notes = new InMemoryNotes(reservations);
    final ReservationReader due = new InMemoryReservationReader(reservations, members);
    public final UnitOfWork unitOfWork = new OneAtATime(this::snapshot);
    public final ReservationDesk desk;
    private final Queue<Runnable> faster = new ArrayDeque<>();

    AMotorpool() {
        this(_ -> List.of());
    }

    /** @param companions who else has a say in its reservations */
    public AMotorpool(Function<AMotorpool, List<ReservationCompanion>> companions) {
        desk = new ReservationDesk(new Ports(
                unitOfWork,
                reservations,
                schedules,
                schedules,
                surroundings,
                odometers,
                notes,
                due,
                traces.journal(),
                clock,
                companions.apply(this)));
    }

    /** The next change that is saved comes too late: somebody else has done this meanwhile. */
    void outrunBy(Runnable rival) {
        reservations.beforeNextSave(() -> {
            faster.add(rival);
            throw new ContendedException("somebody was faster");
        });
    }

    /** Each attempt begins with one, so what others did in between has happened by then. */
    private Runnable snapshot() {
        while (!faster.isEmpty()) {
            faster.remove().run();
        }
        List<Runnable> undo = List.of(vehicles.snapshot(), occupancies.snapshot(), reservations.snapshot());
        return () -> undo.forEach(Runnable::run);
    }

    public ReservationQueries queries() {
        return new ReservationQueriesService(unitOfWork, due, schedules, notes);
    }

    public CompanyId givenCompany() {
        return given(aCompany());
    }

    public CompanyId given(Company company) {
        return companies.add(company).replaceWith(company.id()).await().indefinitely();
    }

    public Vehicle givenVehicle(CompanyId company) {
        return given(aVehicle(company, new ZoneId(Ids.next())));
    }

    public Vehicle given(Vehicle vehicle) {
        return vehicles.add(vehicle).replaceWith(vehicle).await().indefinitely();
    }

    /** Somebody has made this of a vehicle that is there. */
    Vehicle changed(Vehicle vehicle) {
        return vehicles.find(vehicle.id())
                .map(found -> found.orElseThrow().with(vehicle))
                .chain(vehicles::save)
                .replaceWith(vehicle)
                .await()
                .indefinitely();
    }

    public UserId givenDriver(CompanyId company) {
        return given(aMember(company)).user();
    }

    public Member given(Member member) {
        return members.add(member).replaceWith(member).await().indefinitely();
    }

    /** In whatever state, in its first version: what led there is not what the test is about. */
    public <R extends Reservation> R given(R reservation) {
        with(reservation);
        return reservation;
    }

    void with(Reservation reservation) {
        reservations.put(reservation);
    }

    public Reserved givenReserved(Vehicle vehicle, Period period) {
        return given(aReservation(vehicle, givenDriver(vehicle.company()), period));
    }

    Occupancy.ByDivision given(Occupancy.ByDivision block) {
        with(block);
        return block;
    }

    void with(Occupancy.ByDivision block) {
        if (!schedules.addBlock(block).await().indefinitely()) {
            throw new AssertionError("the time is taken: " + block);
        }
    }

    /** What its driver says first when they change it. */
    public ReservationChange byDriver(Reservation reservation) {
        return new ReservationChange(driverOf(reservation), reservation.id(), versionOf(reservation), null);
    }

    /** What anybody else says first. */
    public ReservationChange by(Caller caller, Reservation reservation) {
        return new ReservationChange(caller, reservation.id(), versionOf(reservation), A_REASON);
    }

    private Version versionOf(Reservation reservation) {
        return stored(reservation.id()).version();
    }

    /** As it is stored now. */
    public Versioned<Reservation> stored(ReservationId id) {
        return reservations.find(id).await().indefinitely().orElseThrow();
    }

    public Vehicle stored(VehicleId id) {
        return vehicles.find(id).await().indefinitely().orElseThrow().value();
    }

    /** What holds the vehicle, in order. */
    public List<Period> held(Vehicle vehicle) {
        return occupancies
                .all()
                .filter(occupancy -> occupancy.vehicle().equals(vehicle.id()))
                .map(Occupancy::held)
                .sorted(Comparator.comparing(Period::start))
                .toList();
    }
}
