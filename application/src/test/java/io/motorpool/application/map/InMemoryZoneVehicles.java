package io.motorpool.application.map;

import io.motorpool.application.fleet.InMemoryVehicles;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.reservation.InMemorySurroundings;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A zone's vehicles made from what is in memory. */
public final class InMemoryZoneVehicles implements ZoneVehicles {

    private final Zones zones;
    private final InMemoryVehicles vehicles;
    private final InMemorySurroundings surroundings;

    public InMemoryZoneVehicles(Zones zones, InMemoryVehicles vehicles, InMemorySurroundings surroundings) {
        this.zones = zones;
        this.vehicles = vehicles;
        this.surroundings = surroundings;
    }

    @Override
    public Uni<Optional<Visitor>> visitor(ZoneId zone, UserId driver, Period period) {
        return zones.find(zone)
                .chain(found -> found.map(Versioned::value)
                        .filter(VirtualZone::isActive)
                        .map(active -> surroundings
                                .visitor(active.company(), driver, period)
                                .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    @Override
    public Uni<Page<Surroundings>> in(ZoneId zone, Visitor visitor, Period period, Page.Request page) {
        return Multi.createFrom()
                .iterable(standing(zone, page))
                .onItem()
                .transformToUniAndConcatenate(vehicle ->
                        surroundings.around(vehicle.id(), visitor.agenda().driver(), period))
                .collect()
                .asList()
                .map(found -> Page.of(
                        found.stream().flatMap(Optional::stream).toList(),
                        page,
                        around -> new Page.Cursor(null, around.vehicle().id().value())));
    }

    /** Nobody drives with this id, so the plans that are found are the vehicle's. */
    @Override
    public Uni<List<Scheduled>> of(CompanyId company, Period period, int most) {
        return Multi.createFrom()
                .iterable(vehicles.inFleet()
                        .filter(vehicle -> vehicle.company().equals(company))
                        .sorted(Comparator.comparing(vehicle -> vehicle.id().value()))
                        .limit(most)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(
                        vehicle -> surroundings.around(vehicle.id(), new UserId(new UUID(0, 0)), period))
                .collect()
                .asList()
                .map(found -> found.stream()
                        .flatMap(Optional::stream)
                        .map(around -> new Scheduled(around.vehicle(), around.schedule()))
                        .toList());
    }

    private List<Vehicle> standing(ZoneId zone, Page.Request page) {
        return vehicles.inFleet()
                .filter(vehicle -> vehicle.zone().equals(zone))
                .sorted(Comparator.comparing(vehicle -> vehicle.id().value()))
                .filter(vehicle -> page.after()
                        .map(cursor -> vehicle.id().value().compareTo(cursor.id()) > 0)
                        .orElse(true))
                .limit(page.limit() + 1L)
                .toList();
    }
}
