package io.motorpool.application.key;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.key.Custody.OnErrand;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.KeyGrantId;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys in memory. Nobody waits for a lock here. */
public final class InMemoryVehicleKeys implements VehicleKeys {

    private final VersionedMap<VehicleKey> keys =
            new VersionedMap<>(key -> key.vehicle().value(), VehicleKey::company);
    private final Map<KeyGrantId, KeyGrant> grants = new LinkedHashMap<>();
    private final Map<HandOverId, HandOver> handOvers = new LinkedHashMap<>();

    @Override
    public Uni<Optional<Versioned<VehicleKey>>> find(VehicleId vehicle) {
        return Uni.createFrom().item(() -> keys.find(vehicle.value()));
    }

    @Override
    public Uni<Versioned<VehicleKey>> lock(VehicleId vehicle, CompanyId company) {
        return Uni.createFrom().item(() -> keys.find(vehicle.value()).orElseGet(() -> made(vehicle, company)));
    }

    private Versioned<VehicleKey> made(VehicleId vehicle, CompanyId company) {
        Version first = keys.add(VehicleKey.of(vehicle, company));
        return new Versioned<>(VehicleKey.of(vehicle, company), first);
    }

    @Override
    public Uni<Void> save(Versioned<VehicleKey> changed, List<KeyGrant> touched, List<HandOver> moved) {
        return Uni.createFrom().item(() -> store(changed, touched, moved)).replaceWithVoid();
    }

    private synchronized Version store(Versioned<VehicleKey> changed, List<KeyGrant> touched, List<HandOver> moved) {
        Map<KeyGrantId, KeyGrant> grantsThen = new LinkedHashMap<>(grants);
        touched.forEach(grant -> grantsThen.put(grant.id(), grant));
        Map<HandOverId, HandOver> handOversThen = new LinkedHashMap<>(handOvers);
        moved.forEach(handOver -> handOversThen.put(handOver.id(), handOver));
        checkOneEach(grantsThen.values().stream()
                .filter(KeyGrant.Open.class::isInstance)
                .map(KeyGrant::reservation));
        checkOneEach(handOversThen.values().stream()
                .filter(HandOver.UnderWay.class::isInstance)
                .map(handOver -> handOver.terms().reservation()));
        Version version = keys.save(changed);
        grants.putAll(grantsThen);
        handOvers.putAll(handOversThen);
        return version;
    }

    private static void checkOneEach(Stream<ReservationId> reservations) {
        List<ReservationId> all = reservations.toList();
        if (Set.copyOf(all).size() < all.size()) {
            throw new ContendedException("a reservation has two of what there is one of");
        }
    }

    @Override
    public Uni<List<VehicleKey>> due(Instant now, int most) {
        return Uni.createFrom()
                .item(() -> keys.values()
                        .filter(key -> key.errand(now).isPresent())
                        .sorted(Comparator.comparing(key -> key.custody() instanceof OnErrand on
                                ? on.errand().due()
                                : now))
                        .limit(most)
                        .toList());
    }

    @Override
    public Uni<List<VehicleKey>> offersOver(Instant now, int most) {
        return Uni.createFrom()
                .item(() -> keys.values()
                        .filter(key -> key.expire(now).isPresent())
                        .sorted(Comparator.comparing(key -> offeredAt(key, now)))
                        .limit(most)
                        .toList());
    }

    private static Instant offeredAt(VehicleKey key, Instant otherwise) {
        return key.handOver() == null ? otherwise : key.handOver().terms().offeredAt();
    }

    @Override
    public Uni<Optional<HandOver>> handOver(HandOverId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(handOvers.get(id)));
    }

    @Override
    public Uni<List<HandOver>> offersTo(UserId recipient, CompanyId company, Instant now, int most) {
        return Uni.createFrom()
                .item(() -> handOvers.values().stream()
                        .filter(it -> it instanceof HandOver.Offered offered && !offered.isOverAt(now))
                        .filter(it -> it.terms().recipient().equals(recipient)
                                && it.terms().company().equals(company))
                        .sorted(Comparator.comparing(it -> it.terms().offeredAt()))
                        .limit(most)
                        .toList());
    }

    @Override
    public Uni<List<KeyGrant>> grants(ReservationId reservation) {
        return Uni.createFrom()
                .item(() -> of(grants.values(), grant -> grant.reservation().equals(reservation)));
    }

    @Override
    public Uni<List<HandOver>> handOvers(ReservationId reservation) {
        return Uni.createFrom()
                .item(() ->
                        of(handOvers.values(), it -> it.terms().reservation().equals(reservation)));
    }

    private static <T> List<T> of(Collection<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).collect(Collectors.toUnmodifiableList());
    }
}
