package io.motorpool.adapters.persistence.fleet;

import static io.motorpool.application.company.CompanyFixtures.profile;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.audit.AuditTrail;
import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.CompanyUse;
import io.motorpool.application.company.LookAfterCompanies;
import io.motorpool.application.company.LookAfterCompaniesService;
import io.motorpool.application.company.LookAfterMembers;
import io.motorpool.application.company.LookAfterMembersService;
import io.motorpool.application.company.MemberView;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.fleet.FleetUse;
import io.motorpool.application.fleet.LookAfterPlanWindows;
import io.motorpool.application.fleet.LookAfterPlanWindowsService;
import io.motorpool.application.fleet.LookAfterVehicles;
import io.motorpool.application.fleet.LookAfterVehicles.Addition;
import io.motorpool.application.fleet.LookAfterVehiclesService;
import io.motorpool.application.fleet.LookAfterZones;
import io.motorpool.application.fleet.LookAfterZonesService;
import io.motorpool.application.fleet.PlanWindowView;
import io.motorpool.application.fleet.PlanWindows;
import io.motorpool.application.fleet.VehicleView;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.reservation.NextInLine;
import io.motorpool.application.reservation.OccupyVehicle;
import io.motorpool.application.reservation.OccupyVehicleService;
import io.motorpool.application.reservation.RelocateReservations;
import io.motorpool.application.reservation.ReservationSteps;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.reservation.ReserveVehicle;
import io.motorpool.application.reservation.ReserveVehicleService;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.reservation.SurroundingsReader;
import io.motorpool.application.reservation.VehicleOwners;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy.ByDivision.Cause;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Something retires while somebody begins to rely on it. Of the two exactly one succeeds, whoever comes first, and nobody
 * is left waiting. The storm is a matter of timing, so each is tried many times.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RetirementRacesTest implements PostgresContract {

    private static final int ROUNDS = 40;
    private static final Caller OPERATOR = anOperator();

    private final Given given = new Given(this);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    AuditTrail trail;

    @Inject
    Outbox outbox;

    @Inject
    Companies companies;

    @Inject
    CompanyUse companyUse;

    @Inject
    Members members;

    @Inject
    Zones zones;

    @Inject
    Vehicles vehicles;

    @Inject
    PlanWindows windows;

    @Inject
    FleetUse fleetUse;

    @Inject
    Schedules schedules;

    @Inject
    VehicleOwners owners;

    @Inject
    Reservations reservations;

    @Inject
    SurroundingsReader surroundings;

    @Inject
    Clock clock;

    @Inject
    Supplier<UUID> nextId;

    private LookAfterCompanies lookAfterCompanies;
    private LookAfterMembers lookAfterMembers;
    private LookAfterZones lookAfterZones;
    private LookAfterVehicles lookAfterVehicles;
    private LookAfterPlanWindows lookAfterPlanWindows;
    private ReserveVehicle reserveVehicle;
    private OccupyVehicle occupyVehicle;
    private CompanyId company;

    @BeforeEach
    void wire() {
        Journal journal = new Journal(trail, outbox, clock, nextId);
        lookAfterCompanies = new LookAfterCompaniesService(unitOfWork, companies, companyUse, journal, clock, nextId);
        lookAfterMembers = new LookAfterMembersService(
                unitOfWork,
                companies,
                members,
                companyUse,
                (_, _) -> Uni.createFrom().voidItem(),
                journal,
                clock,
                nextId);
        lookAfterZones = new LookAfterZonesService(unitOfWork, companies, zones, fleetUse, journal, clock, nextId);
        lookAfterVehicles = new LookAfterVehiclesService(
                unitOfWork, companies, zones, vehicles, fleetUse, schedules, journal, clock, nextId);
        lookAfterPlanWindows =
                new LookAfterPlanWindowsService(unitOfWork, vehicles, windows, schedules, journal, clock, nextId);
        var steps = new ReservationSteps(unitOfWork, reservations, journal, clock, List.of());
        var nextInLine = new NextInLine(reservations, schedules, clock);
        var relocate = new RelocateReservations(reservations, schedules, surroundings, steps, nextInLine, clock);
        reserveVehicle =
                new ReserveVehicleService(unitOfWork, surroundings, reservations, steps, nextInLine, clock, nextId);
        occupyVehicle = new OccupyVehicleService(unitOfWork, schedules, owners, relocate, journal, clock, nextId);
        company = given.company();
    }

    @RepeatedTest(ROUNDS)
    void a_vehicle_retires_or_is_reserved() {
        Vehicle vehicle = given.vehicle(company);
        Member driver = given.member(company, new UserId(nextId.get()));

        assertOneSucceeds(
                () -> lookAfterVehicles.retire(OPERATOR, vehicle.id(), Version.FIRST), () -> reserve(vehicle, driver));
    }

    @RepeatedTest(ROUNDS)
    void a_vehicle_retires_or_is_taken_out_of_use() {
        Vehicle vehicle = given.vehicle(company);

        assertOneSucceeds(() -> lookAfterVehicles.retire(OPERATOR, vehicle.id(), Version.FIRST), () -> occupy(vehicle));
    }

    @RepeatedTest(ROUNDS)
    void a_member_retires_or_gets_a_reservation() {
        Vehicle vehicle = given.vehicle(company);
        Member driver = given.member(company, new UserId(nextId.get()));

        assertOneSucceeds(
                () -> lookAfterMembers.retire(OPERATOR, driver.id(), Version.FIRST), () -> reserve(vehicle, driver));
    }

    @RepeatedTest(ROUNDS)
    void a_zone_is_given_up_or_gets_a_vehicle() {
        ZoneId zone = given.zone(company);

        assertOneSucceeds(() -> lookAfterZones.retire(OPERATOR, zone, Version.FIRST), () -> add(zone));
    }

    @RepeatedTest(ROUNDS)
    void a_company_leaves_or_gets_a_vehicle() {
        ZoneId zone = given.zone(company);

        assertOneSucceeds(() -> lookAfterCompanies.retire(OPERATOR, company, Version.FIRST), () -> add(zone));
    }

    @RepeatedTest(ROUNDS)
    void the_same_hours_are_agreed_once() {
        Vehicle vehicle = given.vehicle(company);

        assertOneSucceeds(() -> agree(vehicle), () -> agree(vehicle));
    }

    @RepeatedTest(ROUNDS)
    void the_same_user_is_enrolled_once() {
        UserId user = new UserId(nextId.get());

        assertOneSucceeds(() -> enrol(user), () -> enrol(user));
    }

    private <T, U> void assertOneSucceeds(
            Supplier<Uni<Decision<T, Refusal>>> one, Supplier<Uni<Decision<U, Refusal>>> other) {
        List<Boolean> succeeded = AtOnce.each(List.of(() -> succeeds(one), () -> succeeds(other)));

        assertThat(succeeded).containsExactlyInAnyOrder(true, false);
    }

    private <T> boolean succeeds(Supplier<Uni<Decision<T, Refusal>>> attempt) {
        return inTransaction(attempt) instanceof Accepted;
    }

    private Uni<Decision<ReservationView, Refusal>> reserve(Vehicle vehicle, Member driver) {
        Caller caller = Callers.ofCompany(driver.user(), company, Role.MEMBER);
        return reserveVehicle.reserve(
                new ReserveVehicle.Command(caller, vehicle.id(), driver.user(), tomorrow(), true, null));
    }

    private Uni<Decision<OccupyVehicle.Occupied, Refusal>> occupy(Vehicle vehicle) {
        Reason reason = new Reason(ReasonCode.OPERATIONS, "held back");
        return occupyVehicle.occupy(new OccupyVehicle.Command(
                OPERATOR, vehicle.id(), Version.FIRST, Cause.BLOCK, tomorrow(), false, reason));
    }

    private Period tomorrow() {
        Instant begin = ReservationPolicy.onGrid(clock.instant()).plus(Duration.ofDays(1));
        return new Period(begin, begin.plus(Duration.ofHours(1)));
    }

    private Uni<Decision<VehicleView, Refusal>> add(ZoneId zone) {
        return lookAfterVehicles.add(
                new Addition(OPERATOR, company, zone, FleetFixtures.aDescription(), new Odometer(0)));
    }

    private Uni<Decision<PlanWindowView, Refusal>> agree(Vehicle vehicle) {
        return lookAfterPlanWindows.agree(OPERATOR, vehicle.id(), FleetFixtures.YEAR_2027, FleetFixtures.OFFICE_HOURS);
    }

    private Uni<Decision<MemberView, Refusal>> enrol(UserId user) {
        return lookAfterMembers.enrol(new LookAfterMembers.Enrolment(OPERATOR, company, user, profile("김민수"), null));
    }
}
