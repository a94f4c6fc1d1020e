package io.motorpool.application.settlement;

import io.motorpool.application.settlement.SettlementJob.Item;
import io.motorpool.application.settlement.SettlementJob.Outcome;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Jobs in memory. */
public final class InMemorySettlementJobs implements SettlementJobs {

    private record Place(JobId job, CompanyId company) {}

    private final Map<JobId, SettlementJob> rows = new LinkedHashMap<>();
    private final Map<Place, Instant> leases = new HashMap<>();

    @Override
    public Uni<Void> add(SettlementJob job) {
        return Uni.createFrom().voidItem().invoke(() -> put(job));
    }

    private synchronized void put(SettlementJob job) {
        rows.put(job.id(), job);
    }

    @Override
    public Uni<Optional<SettlementJob>> find(JobId id) {
        return Uni.createFrom().item(() -> findNow(id));
    }

    private synchronized Optional<SettlementJob> findNow(JobId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Uni<Optional<Claimed>> claim(Instant now, Duration lease) {
        return Uni.createFrom().item(() -> claimNow(now, lease));
    }

    private synchronized Optional<Claimed> claimNow(Instant now, Duration lease) {
        for (SettlementJob job : rows.values()) {
            for (Item item : job.items()) {
                Place place = new Place(job.id(), item.company());
                boolean free = !leases.getOrDefault(place, Instant.MIN).isAfter(now);
                if (item.outcome() instanceof Outcome.Waiting && free) {
                    leases.put(place, now.plus(lease));
                    return Optional.of(new Claimed(job.id(), job.by(), job.month(), item.company()));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Uni<Void> record(JobId job, CompanyId company, Outcome outcome) {
        return Uni.createFrom().voidItem().invoke(() -> recordNow(job, company, outcome));
    }

    private synchronized void recordNow(JobId id, CompanyId company, Outcome outcome) {
        rows.computeIfPresent(
                id,
                (_, job) -> new SettlementJob(
                        job.id(),
                        job.by(),
                        job.month(),
                        job.startedAt(),
                        job.items().stream()
                                .map(item -> item.company().equals(company) && item.outcome() instanceof Outcome.Waiting
                                        ? new Item(company, outcome)
                                        : item)
                                .toList()));
    }
}
