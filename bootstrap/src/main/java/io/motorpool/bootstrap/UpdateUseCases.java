package io.motorpool.bootstrap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.map.MapQueries;
import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.application.shared.ChangeSignals;
import io.motorpool.application.update.Lookout;
import io.motorpool.application.update.Pace;
import io.motorpool.application.update.WatchReservation;
import io.motorpool.application.update.WatchReservationService;
import io.motorpool.application.update.WatchZone;
import io.motorpool.application.update.WatchZoneService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Who watches what. */
@ApplicationScoped
class UpdateUseCases {

    @Produces
    @Singleton
    Lookout lookout(ChangeSignals signals, Clock clock, MeterRegistry meters) {
        Lookout lookout = new Lookout(signals, Pace.USUAL, clock);
        var _ = Gauge.builder("motorpool.watchers", lookout, Lookout::watchers)
                .description("Streams of updates that somebody listens to on this node")
                .register(meters);
        return lookout;
    }

    @Produces
    @Singleton
    WatchReservation watchReservation(Lookout lookout, ReservationQueries reservations) {
        return new WatchReservationService(lookout, reservations);
    }

    @Produces
    @Singleton
    WatchZone watchZone(Lookout lookout, MapQueries map) {
        return new WatchZoneService(lookout, map);
    }
}
