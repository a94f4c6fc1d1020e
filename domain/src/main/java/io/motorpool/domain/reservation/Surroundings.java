package io.motorpool.domain.reservation;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.ReservationRefusal.DriverNotEligible;
import io.motorpool.domain.reservation.ReservationRefusal.Lack;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a reservation is decided against: the vehicle with its schedule, the driver with their membership and agenda,
 * and the company, all as of now.
 *
 * @param driver absent when the person is not a member of the company
 */
public record Surroundings(
        Company company,
        Vehicle vehicle,
        VehicleSchedule schedule,
        @Nullable Member driver,
        DriverAgenda agenda) {

    /** Whether this driver can have this vehicle for this period, apart from anyone else's plans. */
    Decision<Surroundings, ReservationRefusal> suit(Period period) {
        if (!company.isActive()) {
            return refuse(new ReservationRefusal.CompanyNotActive());
        }
        if (!vehicle.isInService()) {
            return refuse(new ReservationRefusal.VehicleNotInService(vehicle.status()));
        }
        return driverIsEligible(period).map(_ -> this);
    }

    /** Whether the schedule and the agenda have room for the occupancy. */
    Decision<Surroundings, ReservationRefusal> haveRoomFor(Occupancy.ByReservation occupancy) {
        return schedule.place(occupancy)
                .then(_ -> agenda.admits(occupancy.reservation(), occupancy.company(), occupancy.period()))
                .map(_ -> this);
    }

    private Decision<Member, ReservationRefusal> driverIsEligible(Period period) {
        if (driver == null || !driver.isActive()) {
            return refuse(new DriverNotEligible(Lack.NOT_A_MEMBER));
        }
        Licence licence = driver.licence();
        if (licence == null) {
            return refuse(new DriverNotEligible(Lack.NO_LICENCE));
        }
        if (!licence.licenceClass().allows(vehicle.description().seats())) {
            return refuse(new DriverNotEligible(Lack.LICENCE_CLASS));
        }
        LocalDate lastDay = LocalDate.ofInstant(period.end().minusNanos(1), BusinessZone.SEOUL);
        return lastDay.isAfter(licence.expiry()) ? refuse(new DriverNotEligible(Lack.LICENCE_EXPIRES)) : accept(driver);
    }
}
