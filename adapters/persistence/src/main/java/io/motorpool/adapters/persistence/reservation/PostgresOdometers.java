package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.fleet.VehicleMapper;
import io.motorpool.adapters.persistence.fleet.VehicleRow;
import io.motorpool.application.reservation.Odometers;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the last reading with the vehicle. */
@ApplicationScoped
public class PostgresOdometers implements Odometers {

    @Override
    public Uni<Void> record(VehicleId vehicle, Odometer reading) {
        return Panache.getSession()
                .chain(session -> session.find(VehicleRow.class, vehicle.value())
                        .invoke(row -> {
                            if (VehicleMapper.toDomain(row).drivenTo(reading) instanceof Accepted) {
                                row.odometerKm = reading.km();
                            }
                        })
                        .chain(session::flush));
    }
}
