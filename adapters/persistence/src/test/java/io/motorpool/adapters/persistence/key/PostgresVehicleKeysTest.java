package io.motorpool.adapters.persistence.key;

import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.key.VehicleKeys;
import io.motorpool.application.key.VehicleKeysContract;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresVehicleKeysTest implements VehicleKeysContract, PostgresContract {

    @Inject
    VehicleKeys keys;

    @Inject
    Vehicles vehicles;

    @Inject
    Reservations reservations;

    @Override
    public VehicleKeys keys() {
        return keys;
    }

    @Override
    public CompanyId givenCompany() {
        return new Given(this).company();
    }

    @Override
    public VehicleId givenVehicle(CompanyId company) {
        return new Given(this).vehicle(company).id();
    }

    @Override
    public ReservationId givenReservation(VehicleId vehicle) {
        Vehicle stored =
                inTransaction(() -> vehicles.find(vehicle)).orElseThrow().value();
        UserId driver =
                new Given(this).member(stored.company(), new UserId(Ids.next())).user();
        Reserved reservation = aReservation(stored, driver, hours(9, 11));
        assertThat(inTransaction(() -> reservations.add(reservation))).isTrue();
        return reservation.id();
    }

    /** The database proves P9 by itself, whatever the model would say. */
    @Test
    void the_database_knows_one_open_grant_and_one_hand_over_under_way_for_a_reservation() {
        VehicleId vehicle = givenVehicle(givenCompany());
        VehicleId another = givenVehicle(givenCompany());
        ReservationId reservation = givenReservation(vehicle);
        insertGrant(vehicle, reservation, "NULL");
        insertGrant(another, reservation, "now()");

        assertThatThrownBy(() -> insertGrant(another, reservation, "NULL")).isInstanceOf(ContendedException.class);

        insertHandOver(vehicle, reservation, "OFFERED");
        assertThatThrownBy(() -> insertHandOver(vehicle, reservation, "OFFERED"))
                .isInstanceOf(ContendedException.class);
    }

    @Test
    void the_database_knows_one_open_grant_for_a_vehicle_whatever_the_reservation() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        insertGrant(vehicle, givenReservation(vehicle), "NULL");
        ReservationId other = givenReservation(givenVehicle(company));

        assertThatThrownBy(() -> insertGrant(vehicle, other, "NULL")).isInstanceOf(ContendedException.class);
    }

    private void insertGrant(VehicleId vehicle, ReservationId reservation, String closedAt) {
        int inserted = inTransaction(() -> Sql.change(
                """
                INSERT INTO key_grant (id, vehicle_id, reservation_id, holder_id, from_km, opened_at, closed_at)
                VALUES (:id, :vehicle, :reservation, :id, 1, now(), %s)\
                """.formatted(closedAt),
                Map.of("id", Ids.next(), "vehicle", vehicle.value(), "reservation", reservation.value())));
        assertThat(inserted).isEqualTo(1);
    }

    private void insertHandOver(VehicleId vehicle, ReservationId reservation, String status) {
        int inserted = inTransaction(() -> Sql.change(
                """
                INSERT INTO hand_over (id, reservation_id, company_id, vehicle_id, giver_id, recipient_id, offered_at, status)
                SELECT :id, :reservation, v.company_id, v.id, :id, :recipient, now(), :status
                  FROM vehicle AS v WHERE v.id = :vehicle\
                """,
                Map.of(
                        "id", Ids.next(),
                        "recipient", Ids.next(),
                        "vehicle", vehicle.value(),
                        "reservation", reservation.value(),
                        "status", status)));
        assertThat(inserted).isEqualTo(1);
    }
}
