package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Facts about logs in memory. */
public final class InMemoryLogFacts implements LogFacts {

    private final List<LogFact> rows = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> add(LogFact fact) {
        return Uni.createFrom().voidItem().invoke(() -> rows.add(fact));
    }

    @Override
    public Uni<List<LogFact>> of(VehicleId vehicle) {
        return Uni.createFrom()
                .item(() -> rows.stream()
                        .filter(fact -> fact.vehicle().equals(vehicle))
                        .toList());
    }

    @Override
    public Uni<Long> count(CompanyId company) {
        return Uni.createFrom()
                .item(() -> rows.stream()
                        .filter(fact -> fact.company().equals(company))
                        .count());
    }

    @Override
    public Uni<Optional<LogFact>> insertion(EntryId entry) {
        return Uni.createFrom()
                .item(() -> rows.stream().filter(fact -> putsIn(fact, entry)).findFirst());
    }

    private static boolean putsIn(LogFact fact, EntryId entry) {
        return fact.content() instanceof LogFact.TripInserted(var trip)
                && trip.id().entry().equals(entry);
    }
}
