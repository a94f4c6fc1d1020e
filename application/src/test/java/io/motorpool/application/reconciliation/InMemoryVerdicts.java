package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.shared.BusinessZone;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Verdicts in memory. */
public final class InMemoryVerdicts implements Verdicts {

    private record Group(LocalDate day, String signature) {}

    private final Map<LegacyNumber, Compared> rows =
            new ConcurrentSkipListMap<>(Comparator.comparing(LegacyNumber::value));

    @Override
    public Uni<Void> store(List<Compared> compared) {
        return Uni.createFrom().voidItem().invoke(() -> compared.forEach(each -> rows.put(each.number(), each)));
    }

    @Override
    public Uni<Optional<Compared>> find(LegacyNumber number) {
        return Uni.createFrom().item(() -> Optional.ofNullable(rows.get(number)));
    }

    @Override
    public Uni<List<Tally>> tallies(Instant changedSince) {
        return Uni.createFrom().item(() -> talliesNow(changedSince));
    }

    private List<Tally> talliesNow(Instant changedSince) {
        return rows.values().stream()
                .filter(row -> !row.changedAt().isBefore(changedSince))
                .collect(Collectors.groupingBy(InMemoryVerdicts::group))
                .entrySet()
                .stream()
                .map(group -> new Tally(
                        group.getKey().day(),
                        group.getValue().getFirst().verdict(),
                        group.getValue().size()))
                .toList();
    }

    private static Group group(Compared row) {
        return new Group(
                LocalDate.ofInstant(row.changedAt(), BusinessZone.SEOUL),
                row.verdict().signature());
    }

    @Override
    public Uni<List<Compared>> samples(String signature, int limit) {
        return Uni.createFrom()
                .item(() -> rows.values().stream()
                        .filter(row -> row.verdict().signature().equals(signature))
                        .limit(limit)
                        .toList());
    }

    public List<Compared> all() {
        return List.copyOf(rows.values());
    }
}
