package io.motorpool.bootstrap;

import io.motorpool.application.company.Companies;
import io.motorpool.application.map.FleetOverviews;
import io.motorpool.application.map.FleetOverviewsService;
import io.motorpool.application.map.MapQueries;
import io.motorpool.application.map.MapQueriesService;
import io.motorpool.application.map.ZoneMarkers;
import io.motorpool.application.map.ZoneVehicles;
import io.motorpool.application.payment.WalletReader;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the mobility app shows. */
@ApplicationScoped
class MapUseCases {

    @Produces
    @Singleton
    MapQueries mapQueries(
            UnitOfWork unitOfWork, ZoneMarkers markers, ZoneVehicles vehicles, WalletReader wallets, Clock clock) {
        return new MapQueriesService(unitOfWork, markers, vehicles, wallets, clock);
    }

    @Produces
    @Singleton
    FleetOverviews fleetOverviews(
            UnitOfWork unitOfWork, Companies companies, ZoneMarkers markers, ZoneVehicles vehicles, Clock clock) {
        return new FleetOverviewsService(unitOfWork, companies, markers, vehicles, clock);
    }
}
