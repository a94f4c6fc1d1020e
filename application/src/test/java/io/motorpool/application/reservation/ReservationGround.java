package io.motorpool.application.reservation;

import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.reservation.ReservationFixtures.ALL_MONDAY;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.PortContract;
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
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ports that share the reservations' ground, and a way to say what is given on it. */
public interface ReservationGround extends PortContract {

    Reservations reservations();

    Schedules schedules();

    CompanyId givenCompany();

    ZoneId givenZone(CompanyId company);

    Vehicle given(Vehicle vehicle);

    Member given(Member member);

    Versioned<Vehicle> stored(VehicleId vehicle);

    /** What somebody else does in a unit of work of their own, while ours is in the middle of something. */
    <T> Uni<T> meanwhile(Supplier<Uni<T>> work);

    default Vehicle givenVehicle() {
        return givenVehicle(givenCompany());
    }

    default Vehicle givenVehicle(CompanyId company) {
        return given(aVehicle(company, givenZone(company)));
    }

    default UserId givenDriver(CompanyId company) {
        return given(aMember(company)).user();
    }

    /** Somebody of the vehicle's company has reserved it. */
    default Reserved givenReserved(Vehicle vehicle, Period period) {
        return given(aReservation(vehicle, givenDriver(vehicle.company()), period));
    }

    default Reserved given(Reserved reservation) {
        assertThat(add(reservation)).as("the time is free").isTrue();
        return reservation;
    }

    default boolean add(Reserved reservation) {
        return inTransaction(() -> reservations().add(reservation));
    }

    default List<Version> become(Versioned<Reservation> stored, Reservation changed) {
        return inTransaction(() -> reservations().saveAll(List.of(stored.with(changed))));
    }

    default Versioned<Reservation> stored(ReservationId id) {
        return find(id).orElseThrow();
    }

    default Optional<Versioned<Reservation>> find(ReservationId id) {
        return inTransaction(() -> reservations().find(id));
    }

    default Occupancy.ByDivision given(Occupancy.ByDivision block) {
        assertThat(inTransaction(() -> schedules().addBlock(block)))
                .as("the time is free")
                .isTrue();
        return block;
    }

    /** What takes the vehicle's time on Monday, in order. */
    default List<Occupancy> planned(Vehicle vehicle) {
        return inTransaction(() -> schedules().of(vehicle.id(), ALL_MONDAY)).occupancies();
    }
}
