package io.motorpool.domain.reservation;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Duration;
import java.time.Instant;

/**
 * What was agreed: who has which vehicle, and when.
 *
 * @param turnaround for how long the vehicle stays taken afterwards, as it was when the vehicle was chosen
 * @param corporate whether the driver tagged the trip as business travel; never rewritten by anyone else (C6)
 */
public record ReservationTerms(
        ReservationId id,
        CompanyId company,
        VehicleId vehicle,
        UserId driver,
        Period period,
        Duration turnaround,
        boolean corporate,
        Instant createdAt) {

    ReservationTerms during(Period newPeriod) {
        return new ReservationTerms(id, company, vehicle, driver, newPeriod, turnaround, corporate, createdAt);
    }

    ReservationTerms onVehicle(VehicleId newVehicle, Duration newTurnaround) {
        return new ReservationTerms(id, company, newVehicle, driver, period, newTurnaround, corporate, createdAt);
    }

    ReservationTerms drivenBy(UserId newDriver) {
        return new ReservationTerms(id, company, vehicle, newDriver, period, turnaround, corporate, createdAt);
    }

    /** When the vehicle is ready for the next one if it comes back on time. */
    Instant clearAt() {
        return period.end().plus(turnaround);
    }
}
