package io.motorpool.application.route;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Vehicle contracts in memory. */
public final class InMemoryDispatchSheets implements DispatchSheets {

    private Map<VehicleContractId, VehicleContract> rows = new LinkedHashMap<>();

    @Override
    public Uni<DispatchSheet> of(Slot slot) {
        return Uni.createFrom().item(() -> now(slot.id(), slot.company()));
    }

    synchronized DispatchSheet now(SlotId slot, CompanyId company) {
        return new DispatchSheet(
                slot, company, contracts(it -> it.terms().slot().equals(slot)).toList());
    }

    private synchronized Stream<VehicleContract> contracts(Predicate<VehicleContract> wanted) {
        return List.copyOf(rows.values()).stream().filter(wanted);
    }

    synchronized VehicleContract now(VehicleContractId id) {
        return contracts(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public Uni<List<VehicleContract>> elsewhere(VehicleId vehicle, SlotId except, Span span) {
        return Uni.createFrom()
                .item(() -> contracts(it -> it.vehicle().equals(vehicle))
                        .filter(it -> !it.terms().slot().equals(except))
                        .filter(it -> it.served().filter(span::overlaps).isPresent())
                        .toList());
    }

    @Override
    public Uni<Optional<VehicleContract>> serving(VehicleId vehicle, Instant at) {
        return Uni.createFrom()
                .item(() -> contracts(it -> it.vehicle().equals(vehicle) && it.covers(at))
                        .findFirst());
    }

    @Override
    public Uni<Optional<VehicleContract>> last(VehicleId vehicle, Instant before) {
        return Uni.createFrom()
                .item(() -> contracts(it -> it.vehicle().equals(vehicle))
                        .filter(it -> it.served()
                                .filter(span -> !span.endsAfter(before))
                                .isPresent())
                        .max(Comparator.comparing(
                                it -> it.served().map(Span::start).orElseThrow())));
    }

    @Override
    public Uni<List<VehicleContract>> drivenBy(UserId chauffeur, Span span) {
        return Uni.createFrom()
                .item(() -> contracts(it -> it.terms().assignment().chauffeur().equals(chauffeur))
                        .filter(it -> it.served().filter(span::overlaps).isPresent())
                        .sorted(Comparator.comparing(
                                it -> it.served().map(Span::start).orElseThrow()))
                        .toList());
    }

    @Override
    public Uni<Optional<VehicleContract>> find(VehicleContractNumber number) {
        return Uni.createFrom()
                .item(() -> contracts(it -> it.number().equals(number)).findFirst());
    }

    @Override
    public Uni<Void> store(DispatchSheet.Changed changed) {
        return Uni.createFrom().voidItem().invoke(() -> put(changed));
    }

    private synchronized void put(DispatchSheet.Changed changed) {
        Map<VehicleContractId, VehicleContract> next = new LinkedHashMap<>(rows);
        changed.cut().forEach(it -> next.put(it.id(), it));
        for (VehicleContract issued : changed.issued()) {
            boolean taken = next.values().stream().anyMatch(it -> it.number().equals(issued.number()));
            if (taken || next.put(issued.id(), issued) != null) {
                throw new ContendedException("contract %s is there already".formatted(issued.number()));
            }
        }
        List<VehicleContract> all = List.copyOf(next.values());
        for (VehicleContract issued : changed.issued()) {
            if (all.stream().anyMatch(it -> clashes(it, issued))) {
                throw new ContendedException("contract %s overlaps another one".formatted(issued.number()));
            }
        }
        rows = next;
    }

    private static boolean clashes(VehicleContract one, VehicleContract other) {
        boolean related =
                one.terms().slot().equals(other.terms().slot()) || one.vehicle().equals(other.vehicle());
        return related
                && !one.id().equals(other.id())
                && one.served()
                        .filter(span -> other.served().filter(span::overlaps).isPresent())
                        .isPresent();
    }
}
