package io.motorpool.adapters.telematics;

import io.motorpool.application.key.VehicleControl;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The devices where they are set up, and otherwise nobody. */
@Singleton
class Telematics {

    private final Optional<Airway> airway;
    private final Clock clock;

    Telematics(VehicleSettings settings, Vertx vertx, Clock clock) {
        this.airway = VehicleSettings.telematicsOf(settings).map(config -> new Airway(vertx, config));
        this.clock = clock;
    }

    @Produces
    @Singleton
    VehicleControl control() {
        return airway.<VehicleControl>map(open -> new TelematicsVehicleControl(open, clock))
                .orElseGet(NoTelematics::new);
    }

    @PreDestroy
    void close() {
        airway.ifPresent(Airway::close);
    }
}
