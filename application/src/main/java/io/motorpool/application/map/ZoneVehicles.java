package io.motorpool.application.map;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.DriverAgenda;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be had in a zone, read in as few questions as it takes. */
public interface ZoneVehicles {

    /** Whoever looks at a zone, to drive within the period; empty when there is no such zone, or it was given up. */
    Uni<Optional<Visitor>> visitor(ZoneId zone, UserId driver, Period period);

    /**
     * What a reservation of each of the zone's vehicles would be decided against, in order of the vehicle's id; vehicles that
     * have left the fleet are not there any more.
     *
     * @param visitor of this zone and for this period
     */
    Uni<Page<Surroundings>> in(ZoneId zone, Visitor visitor, Period period, Page.Request page);

    /**
     * The company's vehicles with what is planned for them within the period, and with whoever is out, in order of the
     * vehicle's id, at most so many; vehicles that have left the fleet are not there any more.
     */
    Uni<List<Scheduled>> of(CompanyId company, Period period, int most);

    /**
     * What is the same before each vehicle of a zone, and so is asked once: whose zone it is, who would drive, and when they
     * drive elsewhere.
     *
     * @param driver absent when the person is not a member of the company
     */
    record Visitor(Company company, @Nullable Member driver, DriverAgenda agenda) {

        public Surroundings before(Vehicle vehicle, VehicleSchedule schedule) {
            return new Surroundings(company, vehicle, schedule, driver, agenda);
        }
    }

    record Scheduled(Vehicle vehicle, VehicleSchedule schedule) {}
}
