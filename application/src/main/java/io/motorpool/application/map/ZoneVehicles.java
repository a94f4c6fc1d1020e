package io.motorpool.application.map;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What can be had in a zone, read in as few questions as it takes. */
public interface ZoneVehicles {

    /** Whose zone it is; empty when there is none, or it was given up. */
    Uni<Optional<CompanyId>> ownerOf(ZoneId zone);

    /**
     * What a reservation of each of the zone's vehicles would be decided against, in order of the vehicle's id; vehicles that
     * have left the fleet are not there any more.
     */
    Uni<Page<Surroundings>> in(ZoneId zone, UserId driver, Period period, Page.Request page);

    /**
     * The company's vehicles with what is planned for them within the period, and with whoever is out, in order of the
     * vehicle's id, at most so many; vehicles that have left the fleet are not there any more.
     */
    Uni<List<Scheduled>> of(CompanyId company, Period period, int most);

    record Scheduled(Vehicle vehicle, VehicleSchedule schedule) {}
}
