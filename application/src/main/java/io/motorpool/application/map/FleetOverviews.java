package io.motorpool.application.map;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.reservation.Readiness;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * A company's whole fleet at this moment, for programs that show it elsewhere. It says nothing of people: a vehicle is
 * free, held, away or out of service, whoever is behind that.
 */
public interface FleetOverviews {

    /**
     * So many zones and vehicles of a company are told; no client has half as many. Of one that has more nothing is told:
     * a vehicle that is not there would pass for one that somebody drives.
     */
    int MOST_ZONES = 2_000;

    int MOST_VEHICLES = 10_000;

    /** What the company is called. */
    Uni<Decision<CompanyName, Refusal>> company(Caller caller, CompanyId company);

    /** Where its vehicles stand. */
    Uni<Decision<Zones, Refusal>> zones(Caller caller, CompanyId company);

    /** What it has, where that belongs, and when it can be had. */
    Uni<Decision<Fleet, Refusal>> fleet(Caller caller, CompanyId company);

    record CompanyName(String name, Instant asOf) {}

    record Zones(List<ZoneMarkers.Marker> zones, Instant asOf) {

        public Zones {
            zones = List.copyOf(zones);
        }
    }

    record Fleet(List<Standing> vehicles, Instant asOf) {

        public Fleet {
            vehicles = List.copyOf(vehicles);
        }
    }

    /**
     * @param zone where it belongs, also while it is away
     * @param availability from now to as far ahead as anybody can reserve
     */
    record Standing(
            VehicleId vehicle,
            ZoneId zone,
            VehicleDescription description,
            Readiness readiness,
            Availability availability) {}
}
