package io.motorpool.application.fleet;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** What callers want to know about a fleet. Lists are in order of the id, the oldest first. */
public interface FleetQueries {

    Uni<Decision<VehicleView, Refusal>> vehicle(Caller caller, VehicleId vehicle);

    Uni<Decision<Page<VehicleView>, Refusal>> vehicles(Caller caller, CompanyId company, Page.Request page);

    Uni<Decision<ZoneView, Refusal>> zone(Caller caller, ZoneId zone);

    Uni<Decision<Page<ZoneView>, Refusal>> zones(Caller caller, CompanyId company, Page.Request page);

    Uni<Decision<PlanWindowView, Refusal>> planWindow(Caller caller, PlanWindowId window);

    Uni<Decision<Page<PlanWindowView>, Refusal>> planWindows(Caller caller, VehicleId vehicle, Page.Request page);

    /** When the company has the vehicle to itself within the stretch, in order; hours that touch are told as one. */
    Uni<Decision<List<Period>, Refusal>> businessOccupancy(Caller caller, VehicleId vehicle, Stretch stretch);

    /** A period short enough to be told date by date. */
    record Stretch(Period period) {

        public static final Duration LONGEST = Duration.ofDays(400);

        public Stretch {
            if (period.length().compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "business occupancy is told for at most %d days at once".formatted(LONGEST.toDays()));
            }
        }
    }
}
