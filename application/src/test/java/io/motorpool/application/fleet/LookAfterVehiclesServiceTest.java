package io.motorpool.application.fleet;

import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.company.CompanyFixtures.retired;
import static io.motorpool.application.fleet.AFleet.CLOCK;
import static io.motorpool.application.fleet.AFleet.NOW;
import static io.motorpool.application.fleet.FleetFixtures.aDescription;
import static io.motorpool.application.fleet.FleetFixtures.aPlate;
import static io.motorpool.application.fleet.FleetFixtures.aVin;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.fleet.LookAfterVehicles.Addition;
import io.motorpool.application.fleet.LookAfterVehicles.Change;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.CompanyRefusal.CompanyRetired;
import io.motorpool.domain.fleet.Drive;
import io.motorpool.domain.fleet.FleetEvent.VehicleAdded;
import io.motorpool.domain.fleet.FleetEvent.VehicleAltered;
import io.motorpool.domain.fleet.FleetEvent.VehicleLeft;
import io.motorpool.domain.fleet.FleetRefusal.PlateTaken;
import io.motorpool.domain.fleet.FleetRefusal.VehicleRetired;
import io.motorpool.domain.fleet.FleetRefusal.VehicleStillReserved;
import io.motorpool.domain.fleet.FleetRefusal.VinTaken;
import io.motorpool.domain.fleet.FleetRefusal.ZoneRetired;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Propulsion;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.fleet.ZoneStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.ZoneId;
import org.junit.jupiter.api.Test;

class LookAfterVehiclesServiceTest {

    private static final Caller OPERATOR = anOperator();
    private static final Odometer ODOMETER = new Odometer(12_345);

    private final AFleet fleet = new AFleet();
    private final LookAfterVehicles service = new LookAfterVehiclesService(
            new DirectUnitOfWork(),
            fleet.companies,
            fleet.zones,
            fleet.vehicles,
            fleet.use,
            fleet.schedules,
            fleet.traces.journal(),
            CLOCK,
            Ids::next);

    private final CompanyId company = fleet.givenCompany();
    private final ZoneId zone = fleet.givenZone(company).id();

    @Test
    void an_added_vehicle_is_in_service_announced_and_on_record() {
        VehicleDescription description = aDescription();

        VehicleView vehicle = accepted(service.add(new Addition(OPERATOR, company, zone, description, ODOMETER)));

        assertThat(vehicle)
                .isEqualTo(new VehicleView(
                        vehicle.id(), company, zone, description, ODOMETER, VehicleStatus.ACTIVE, Version.FIRST));
        assertThat(fleet.traces.facts()).containsExactly(new VehicleAdded(vehicle.id(), company, NOW));
        assertThat(fleet.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.action()).isEqualTo("add-vehicle");
            assertThat(deed.after())
                    .containsEntry("plate", description.plate().value())
                    .containsEntry("turnaroundMinutes", "20")
                    .containsEntry("propulsion", "ELECTRIC")
                    .containsEntry("rangeKm", "458")
                    .containsEntry("odometerKm", "12345");
        });
    }

    @Test
    void vehicles_are_the_divisions_to_add_to_companies_that_are_clients() {
        CompanyId left = fleet.given(retired(aCompany()));

        assertThat(refused(service.add(addition(anAdminOf(company), company, zone))))
                .isEqualTo(new NotPermitted(Permission.MANAGE_FLEET));
        assertThat(refused(service.add(addition(anAdminOf(left), company, zone))))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.add(addition(OPERATOR, left, zone)))).isEqualTo(new CompanyRetired());
    }

    @Test
    void a_vehicle_stands_in_a_zone_of_its_own_company_that_was_not_given_up() {
        ZoneId strange = fleet.givenZone(fleet.givenCompany()).id();
        ZoneId unknown = new ZoneId(Ids.next());
        ZoneId former = fleet.given(givenUp(FleetFixtures.aZone(company))).id();

        assertThat(refused(service.add(addition(OPERATOR, company, strange)))).isEqualTo(new NotFound(Thing.ZONE));
        assertThat(refused(service.add(addition(OPERATOR, company, unknown)))).isEqualTo(new NotFound(Thing.ZONE));
        assertThat(refused(service.add(addition(OPERATOR, company, former)))).isEqualTo(new ZoneRetired(former));
    }

    @Test
    void a_plate_or_a_vin_that_is_taken_anywhere_is_refused_and_nothing_is_announced() {
        VehicleDescription taken = fleet.givenVehicle(fleet.givenCompany()).description();

        assertThat(refused(service.add(
                        new Addition(OPERATOR, company, zone, aDescription(taken.plate(), aVin()), ODOMETER))))
                .isEqualTo(new PlateTaken());
        assertThat(refused(service.add(
                        new Addition(OPERATOR, company, zone, aDescription(aPlate(), taken.vin()), ODOMETER))))
                .isEqualTo(new VinTaken());
        assertThat(fleet.traces.facts()).isEmpty();
    }

    @Test
    void a_vehicle_goes_to_the_workshop_and_comes_back() {
        Vehicle vehicle = fleet.givenVehicle(company);

        VehicleView away = accepted(service.change(workshop(vehicle, Version.FIRST, true)));
        VehicleView back = accepted(service.change(workshop(vehicle, away.version(), false)));

        assertThat(away.status()).isEqualTo(VehicleStatus.MAINTENANCE);
        assertThat(back.status()).isEqualTo(VehicleStatus.ACTIVE);
        assertThat(fleet.traces.facts())
                .containsExactly(
                        new VehicleAltered(vehicle.id(), company, VehicleStatus.MAINTENANCE, NOW),
                        new VehicleAltered(vehicle.id(), company, VehicleStatus.ACTIVE, NOW));
    }

    @Test
    void what_is_known_is_corrected_from_what_is_known_now() {
        Vehicle vehicle = fleet.givenVehicle(company);
        var drive = new Drive(Propulsion.HYBRID, 900);

        VehicleView corrected = accepted(service.change(
                new Change(OPERATOR, vehicle.id(), Version.FIRST, zone, before -> before.drivenBy(drive), false)));

        assertThat(corrected.description()).isEqualTo(vehicle.description().drivenBy(drive));
    }

    @Test
    void a_vehicle_moves_to_another_zone_of_its_company_only() {
        Vehicle vehicle = fleet.givenVehicle(company);
        ZoneId strange = fleet.givenZone(fleet.givenCompany()).id();

        assertThat(refused(service.change(moved(vehicle, strange)))).isEqualTo(new NotFound(Thing.ZONE));
        assertThat(accepted(service.change(moved(vehicle, zone))).zone()).isEqualTo(zone);
    }

    @Test
    void a_vehicle_is_not_given_a_plate_that_another_one_carries() {
        Vehicle vehicle = fleet.givenVehicle(company);
        VehicleDescription taken = fleet.givenVehicle(fleet.givenCompany()).description();

        assertThat(refused(service.change(new Change(
                        OPERATOR,
                        vehicle.id(),
                        Version.FIRST,
                        vehicle.zone(),
                        _ -> aDescription(taken.plate(), aVin()),
                        false))))
                .isEqualTo(new PlateTaken());
    }

    @Test
    void a_stranger_does_not_find_the_vehicle_and_an_old_version_is_refused() {
        Vehicle vehicle = fleet.givenVehicle(company);
        Caller stranger = anAdminOf(fleet.givenCompany());

        assertThat(refused(service.retire(stranger, vehicle.id(), Version.FIRST)))
                .isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refused(service.change(workshop(vehicle, new Version(3), true))))
                .isEqualTo(new Stale(new Version(3), Version.FIRST));
        assertThat(refused(service.retire(anAdminOf(company), vehicle.id(), Version.FIRST)))
                .isEqualTo(new NotPermitted(Permission.MANAGE_FLEET));
    }

    @Test
    void a_vehicle_that_nobody_has_reserved_leaves_under_the_lock_of_its_schedule() {
        Vehicle vehicle = fleet.givenVehicle(company);
        fleet.use.block(vehicle.id(), NOW);

        VehicleView gone = accepted(service.retire(OPERATOR, vehicle.id(), Version.FIRST));

        assertThat(gone.status()).isEqualTo(VehicleStatus.RETIRED);
        assertThat(fleet.schedules.locked).containsExactly(vehicle.id());
        assertThat(fleet.traces.facts()).containsExactly(new VehicleLeft(vehicle.id(), company, NOW));
        assertThat(refused(service.change(workshop(vehicle, gone.version(), false))))
                .isEqualTo(new VehicleRetired());
    }

    @Test
    void a_vehicle_with_reservations_or_blocks_stays() {
        Vehicle vehicle = fleet.givenVehicle(company);
        fleet.use.reserve(vehicle.id());
        fleet.use.block(vehicle.id(), NOW.plusSeconds(600));

        assertThat(refused(service.retire(OPERATOR, vehicle.id(), Version.FIRST)))
                .isEqualTo(new VehicleStillReserved(2));
    }

    private static Addition addition(Caller caller, CompanyId company, ZoneId zone) {
        return new Addition(caller, company, zone, aDescription(), ODOMETER);
    }

    private static Change workshop(Vehicle vehicle, Version seen, boolean inMaintenance) {
        return new Change(OPERATOR, vehicle.id(), seen, vehicle.zone(), _ -> vehicle.description(), inMaintenance);
    }

    private static Change moved(Vehicle vehicle, ZoneId zone) {
        return new Change(OPERATOR, vehicle.id(), Version.FIRST, zone, _ -> vehicle.description(), false);
    }

    private static VirtualZone givenUp(VirtualZone zone) {
        return new VirtualZone(zone.id(), zone.company(), zone.name(), zone.point(), null, ZoneStatus.RETIRED);
    }
}
