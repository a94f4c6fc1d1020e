package io.motorpool.application.reservation;

import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Reservations in memory. Nobody waits for a lock here: one unit of work runs at a time. */
final class InMemoryReservations implements Reservations {

    private final VersionedMap<Reservation> rows = new VersionedMap<>(
            reservation -> reservation.id().value(),
            reservation -> reservation.terms().company());
    private final Vehicles vehicles;
    private final Members members;
    private final InMemoryOccupancies occupancies;

    private final AtomicInteger claimsToLose = new AtomicInteger();
    private final Queue<Runnable> beforeNextSave = new ConcurrentLinkedQueue<>();

    InMemoryReservations(Vehicles vehicles, Members members, InMemoryOccupancies occupancies) {
        this.vehicles = vehicles;
        this.members = members;
        this.occupancies = occupancies;
    }

    @Override
    public Uni<Optional<Versioned<Reservation>>> find(ReservationId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<List<Versioned<Reservation>>> lock(Collection<ReservationId> ids, Collection<VehicleId> otherVehicles) {
        return Uni.createFrom()
                .item(() -> ids.stream()
                        .flatMap(id -> rows.find(id.value()).stream())
                        .toList());
    }

    @Override
    public Uni<Boolean> add(Reservation.Reserved reservation) {
        return canBeHad(reservation.terms()).map(fit -> {
            interrupted();
            boolean lost = claimsToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            boolean claimed =
                    fit && !lost && occupancies.claim(reservation.occupancy().orElseThrow());
            return claimed && rows.add(reservation).equals(Version.FIRST);
        });
    }

    private Uni<Boolean> canBeHad(ReservationTerms terms) {
        return vehicles.find(terms.vehicle())
                .chain(vehicle -> members.of(terms.company(), terms.driver())
                        .map(member -> vehicle.map(Versioned::value)
                                        .filter(Vehicle::isInService)
                                        .filter(it -> it.company().equals(terms.company()))
                                        .isPresent()
                                && member.map(Versioned::value)
                                        .filter(Member::isActive)
                                        .isPresent()));
    }

    @Override
    public Uni<List<Version>> saveAll(List<Versioned<? extends Reservation>> changed) {
        return Uni.createFrom().item(() -> {
            interrupted();
            return exchange(changed);
        });
    }

    /** What happens between a decision and its being stored. */
    void beforeNextSave(Runnable interruption) {
        beforeNextSave.add(interruption);
    }

    /** Somebody is faster, and has given it up again when one looks. */
    void loseNextClaims(int claims) {
        claimsToLose.set(claims);
    }

    private void interrupted() {
        Runnable interruption = beforeNextSave.poll();
        if (interruption != null) {
            interruption.run();
        }
    }

    private synchronized List<Version> exchange(List<Versioned<? extends Reservation>> changed) {
        changed.forEach(this::checkStillCurrent);
        List<OccupancyId> gone = changed.stream()
                .map(each -> new OccupancyId(each.value().id().value()))
                .toList();
        List<Occupancy> wanted = changed.stream()
                .flatMap(each -> each.value().occupancy().stream())
                .toList();
        if (!occupancies.exchange(gone, wanted)) {
            throw new ContendedException("the vehicle or the driver was taken meanwhile");
        }
        List<Version> versions = new ArrayList<>();
        changed.forEach(each -> versions.add(rows.save(new Versioned<>(each.value(), each.version()))));
        return versions;
    }

    private void checkStillCurrent(Versioned<? extends Reservation> changed) {
        boolean current = rows.find(changed.value().id().value())
                .filter(stored -> stored.version().equals(changed.version()))
                .isPresent();
        if (!current) {
            throw new ContendedException("version %s is not current".formatted(changed.version()));
        }
    }

    /** In whatever state, without the step that leads there. */
    void put(Reservation reservation) {
        if (!reservation.occupancy().stream().allMatch(occupancies::claim)) {
            throw new AssertionError("the time is taken: " + reservation);
        }
        var _ = rows.add(reservation);
    }

    /** What somebody else has made of it. */
    void replace(Versioned<Reservation> stored, Reservation changed) {
        var _ = exchange(List.of(stored.with(changed)));
    }

    Stream<Reservation> all() {
        return rows.values();
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
