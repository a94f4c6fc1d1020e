package io.motorpool.application.fleet;

import static io.motorpool.application.fleet.FleetFixtures.aDescription;
import static io.motorpool.application.fleet.FleetFixtures.aPlate;
import static io.motorpool.application.fleet.FleetFixtures.aVin;
import static io.motorpool.application.fleet.FleetFixtures.retired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.ListContract;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.fleet.FleetRefusal.PlateTaken;
import io.motorpool.domain.fleet.FleetRefusal.VinTaken;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of vehicles promises. */
public interface VehiclesContract extends ListContract<Versioned<Vehicle>> {

    Vehicles vehicles();

    ZoneId givenZone(CompanyId company);

    @Override
    default Versioned<Vehicle> givenListed(CompanyId owner) {
        return given(FleetFixtures.aVehicle(owner, givenZone(owner)));
    }

    @Override
    default Uni<Page<Versioned<Vehicle>>> list(CompanyScope scope, Page.Request page) {
        return vehicles().list(scope, page);
    }

    @Override
    default UUID idOf(Versioned<Vehicle> listed) {
        return listed.value().id().value();
    }

    @Test
    default void a_vehicle_that_was_never_added_is_not_found() {
        VehicleId unknown = new VehicleId(Ids.next());

        assertThat(find(unknown)).isEmpty();
        assertThat(inTransaction(() -> vehicles().lock(unknown))).isEmpty();
    }

    @Test
    default void an_added_vehicle_is_found_as_it_was_in_its_first_version() {
        Vehicle vehicle = aVehicle();

        var added = inTransaction(() -> vehicles().add(vehicle));

        var stored = Optional.of(new Versioned<>(vehicle, Version.FIRST));
        assertThat(added).isEqualTo(Decision.accept(Version.FIRST));
        assertThat(find(vehicle.id())).isEqualTo(stored);
        assertThat(inTransaction(() -> vehicles().lock(vehicle.id()))).isEqualTo(stored);
    }

    @Test
    default void a_plate_or_a_vin_is_carried_once_whoever_owns_the_vehicle_and_the_unit_of_work_goes_on() {
        VehicleDescription taken = given(aVehicle()).value().description();
        Vehicle samePlate = aVehicle(aDescription(taken.plate(), aVin()));
        Vehicle sameVin = aVehicle(aDescription(aPlate(), taken.vin()));
        Vehicle other = aVehicle();

        var answers = inTransaction(() -> vehicles()
                .add(samePlate)
                .chain(first -> vehicles()
                        .add(sameVin)
                        .chain(second -> vehicles().add(other).map(third -> List.of(first, second, third)))));

        assertThat(answers)
                .containsExactly(
                        Decision.refuse(new PlateTaken()),
                        Decision.refuse(new VinTaken()),
                        Decision.accept(Version.FIRST));
        assertThat(find(samePlate.id())).isEmpty();
    }

    @Test
    default void a_plate_and_a_vin_return_with_the_vehicle_that_has_left_the_fleet_before() {
        Versioned<Vehicle> former = given(aVehicle());
        inTransaction(
                () -> vehicles().save(former.with(retired(former.value()))).replaceWithVoid());
        Vehicle back = aVehicle(former.value().description());

        var added = inTransaction(() -> vehicles().add(back));

        assertThat(added).isEqualTo(Decision.accept(Version.FIRST));
    }

    @Test
    default void a_vehicle_cannot_be_given_the_plate_or_the_vin_of_another_one() {
        VehicleDescription taken = given(aVehicle()).value().description();
        Versioned<Vehicle> stored = given(aVehicle());
        VehicleDescription own = stored.value().description();

        assertThat(inTransaction(() -> vehicles().save(described(stored, taken.plate(), own))))
                .isEqualTo(Decision.refuse(new PlateTaken()));
        assertThat(inTransaction(() -> vehicles()
                        .save(stored.with(described(stored.value(), aDescription(own.plate(), taken.vin()))))))
                .isEqualTo(Decision.refuse(new VinTaken()));
        assertThat(find(stored.value().id())).contains(stored);
    }

    @Test
    default void of_many_who_add_the_same_plate_at_once_one_succeeds() {
        Plate plate = aPlate();
        List<Callable<Decision<Version, ?>>> callers = IntStream.range(0, 8)
                .mapToObj(_ -> aVehicle(aDescription(plate, aVin())))
                .<Callable<Decision<Version, ?>>>map(
                        vehicle -> () -> inTransaction(() -> vehicles().add(vehicle)))
                .toList();

        var answers = AtOnce.each(callers);

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
    }

    @Test
    default void of_many_vehicles_that_are_given_the_same_plate_at_once_one_gets_it() {
        Plate plate = aPlate();
        List<Callable<Decision<Version, ?>>> callers = IntStream.range(0, 4)
                .mapToObj(_ -> given(aVehicle()))
                .map(stored -> described(stored, plate, stored.value().description()))
                .<Callable<Decision<Version, ?>>>map(
                        changed -> () -> inTransaction(() -> vehicles().save(changed)))
                .toList();

        var answers = AtOnce.each(callers);

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
    }

    @Test
    default void a_saved_vehicle_is_found_as_it_has_become_in_the_next_version() {
        Versioned<Vehicle> stored = given(aVehicle());
        CompanyId company = stored.value().company();
        Vehicle changed = new Vehicle(
                stored.value().id(),
                company,
                givenZone(company),
                aDescription(),
                stored.value().odometer(),
                VehicleStatus.MAINTENANCE);

        var version = inTransaction(() -> vehicles().save(stored.with(changed)));

        assertThat(version).isEqualTo(Decision.accept(Version.FIRST.next()));
        assertThat(find(changed.id())).contains(new Versioned<>(changed, Version.FIRST.next()));
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails_and_changes_nothing() {
        Versioned<Vehicle> stored = given(aVehicle());
        Versioned<Vehicle> gone = stored.with(retired(stored.value()));
        inTransaction(() -> vehicles().save(gone).replaceWithVoid());

        assertThatThrownBy(() -> inTransaction(() -> vehicles().save(stored))).isInstanceOf(ContendedException.class);
        assertThat(find(stored.value().id()).map(Versioned::value)).contains(gone.value());
    }

    @Test
    default void a_vehicle_that_is_saved_as_it_was_keeps_its_version() {
        Versioned<Vehicle> stored = given(aVehicle());

        assertThat(inTransaction(() -> vehicles().save(stored))).isEqualTo(Decision.accept(Version.FIRST));
        assertThat(find(stored.value().id())).contains(stored);
    }

    private static Versioned<Vehicle> described(Versioned<Vehicle> stored, Plate plate, VehicleDescription rest) {
        return stored.with(described(stored.value(), aDescription(plate, rest.vin())));
    }

    private static Vehicle described(Vehicle vehicle, VehicleDescription description) {
        return new Vehicle(
                vehicle.id(), vehicle.company(), vehicle.zone(), description, vehicle.odometer(), vehicle.status());
    }

    private Vehicle aVehicle() {
        return aVehicle(aDescription());
    }

    private Vehicle aVehicle(VehicleDescription description) {
        CompanyId company = givenOwner();
        return FleetFixtures.aVehicle(company, givenZone(company), description);
    }

    private Versioned<Vehicle> given(Vehicle vehicle) {
        inTransaction(() -> vehicles().add(vehicle).replaceWithVoid());
        return new Versioned<>(vehicle, Version.FIRST);
    }

    private Optional<Versioned<Vehicle>> find(VehicleId id) {
        return inTransaction(() -> vehicles().find(id));
    }
}
