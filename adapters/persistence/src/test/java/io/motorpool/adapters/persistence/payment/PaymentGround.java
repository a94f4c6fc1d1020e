package io.motorpool.adapters.persistence.payment;

import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.hours;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.quarkus.arc.Arc;

/** Companies and reservations for what is paid. */
interface PaymentGround extends PostgresContract {

    default CompanyId givenCompany() {
        return new Given(this).company();
    }

    default ReservationId givenReservation(CompanyId company) {
        Given given = new Given(this);
        Vehicle vehicle = given.vehicle(company);
        UserId driver = given.member(company, new UserId(Ids.next())).user();
        Reserved reservation = aReservation(vehicle, driver, hours(9, 11));
        Reservations reservations = Arc.container().instance(Reservations.class).get();
        if (!inTransaction(() -> reservations.add(reservation))) {
            throw new AssertionError("the time is taken");
        }
        return reservation.id();
    }
}
