package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.fleet.FleetUse;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Counts in the tables of others. */
@ApplicationScoped
public class PostgresFleetUse implements FleetUse {

    /** A reservation's entry is there until the reservation ends, however late that is. */
    @Override
    public Uni<Long> occupancies(VehicleId vehicle, Instant now) {
        return Sql.rows("""
                        SELECT count(*), 0 FROM occupancy AS o
                         WHERE o.vehicle_id = :vehicle
                           AND (o.kind = 'RESERVATION'
                                OR (o.kind <> 'BUFFER' AND o.clear_at > CAST(CAST(:now AS text) AS timestamptz)))""", Map.of("vehicle", vehicle.value(), "now", now.toString()))
                .map(rows -> (Long) rows.getFirst()[0]);
    }

    @Override
    public Uni<Long> vehicles(ZoneId zone) {
        return Sql.rows(
                        "SELECT count(*), 0 FROM vehicle AS v WHERE v.zone_id = :zone AND v.status <> 'RETIRED'",
                        Map.of("zone", zone.value()))
                .map(rows -> (Long) rows.getFirst()[0]);
    }
}
