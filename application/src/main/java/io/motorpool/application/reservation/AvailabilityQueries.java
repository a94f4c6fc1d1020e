package io.motorpool.application.reservation;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;

/** Whether vehicles are free, and if not, why. At most 2 s old (P20); booking never relies on it. */
public interface AvailabilityQueries {

    Uni<Decision<Availability, Refusal>> of(Caller caller, VehicleId vehicle, Period period);

    /** All vehicles of the company that have not left the fleet, in order of their id. */
    Uni<Decision<Page<Availability>, Refusal>> of(Caller caller, CompanyId company, Period period, Page.Request page);
}
