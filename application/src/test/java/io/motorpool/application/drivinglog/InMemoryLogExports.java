package io.motorpool.application.drivinglog;

import io.motorpool.application.drivinglog.LogExport.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Exports in memory. */
public final class InMemoryLogExports implements LogExports {

    private final Map<ExportId, LogExport> rows = new HashMap<>();
    private final Map<ExportId, Instant> leases = new HashMap<>();

    @Override
    public Uni<Void> add(LogExport export) {
        return Uni.createFrom().voidItem().invoke(() -> put(export));
    }

    private synchronized void put(LogExport export) {
        rows.put(export.id(), export);
    }

    @Override
    public Uni<Optional<LogExport>> find(ExportId id) {
        return Uni.createFrom().item(() -> findNow(id));
    }

    private synchronized Optional<LogExport> findNow(ExportId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Uni<Optional<LogExport>> claim(Instant now, Duration lease) {
        return Uni.createFrom().item(() -> claimNow(now, lease));
    }

    private synchronized Optional<LogExport> claimNow(Instant now, Duration lease) {
        Optional<LogExport> waiting = rows.values().stream()
                .filter(export -> export.outcome() instanceof Outcome.Waiting)
                .filter(export -> !leases.getOrDefault(export.id(), Instant.MIN).isAfter(now))
                .min(Comparator.comparing(LogExport::startedAt)
                        .thenComparing(export -> export.id().value()));
        waiting.ifPresent(export -> leases.put(export.id(), now.plus(lease)));
        return waiting;
    }

    @Override
    public Uni<Void> record(ExportId id, Outcome outcome) {
        return Uni.createFrom().voidItem().invoke(() -> recordNow(id, outcome));
    }

    private synchronized void recordNow(ExportId id, Outcome outcome) {
        rows.computeIfPresent(
                id,
                (_, export) -> export.outcome() instanceof Outcome.Waiting
                        ? new LogExport(
                                export.id(),
                                export.by(),
                                export.company(),
                                export.period(),
                                export.startedAt(),
                                outcome)
                        : export);
    }
}
