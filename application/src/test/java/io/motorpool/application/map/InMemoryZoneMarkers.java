package io.motorpool.application.map;

import io.motorpool.application.fleet.InMemoryVehicles;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Markers made from the zones and vehicles in memory. */
public final class InMemoryZoneMarkers implements ZoneMarkers {

    private final Zones zones;
    private final InMemoryVehicles vehicles;

    public InMemoryZoneMarkers(Zones zones, InMemoryVehicles vehicles) {
        this.zones = zones;
        this.vehicles = vehicles;
    }

    @Override
    public Uni<List<Marker>> within(CompanyId company, BoundingBox box, int most) {
        return Uni.createFrom()
                .item(() -> all(company).stream()
                        .filter(VirtualZone::isActive)
                        .filter(zone -> box.contains(zone.point()))
                        .limit(most)
                        .map(this::marker)
                        .toList());
    }

    private List<VirtualZone> all(CompanyId company) {
        List<VirtualZone> all = new ArrayList<>();
        Optional<Page.Cursor> after = Optional.empty();
        do {
            Page<Versioned<VirtualZone>> page = zones.list(
                            new CompanyScope.Only(company), new Page.Request(Page.Request.LARGEST, after))
                    .await()
                    .indefinitely();
            page.items().forEach(stored -> all.add(stored.value()));
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private Marker marker(VirtualZone zone) {
        return new Marker(
                zone.id(),
                zone.name(),
                zone.point(),
                zone.area(),
                vehicles.inFleet()
                        .filter(vehicle -> vehicle.zone().equals(zone.id()))
                        .count());
    }
}
