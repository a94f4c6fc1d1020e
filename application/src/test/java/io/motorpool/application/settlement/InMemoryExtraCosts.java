package io.motorpool.application.settlement;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.settlement.ExtraCostKey;
import io.motorpool.domain.settlement.ExtraCostSheet;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Extra costs in memory. */
public final class InMemoryExtraCosts implements ExtraCosts {

    private static final Comparator<ExtraCostKey> IN_ORDER = Comparator.comparing(ExtraCostKey::serviceDate)
            .thenComparing(key -> key.route().value().toString())
            .thenComparing(ExtraCostKey::kind)
            .thenComparing(ExtraCostKey::reference);

    private record Month(CompanyId company, YearMonth month) {}

    private final Map<ExtraCostId, ExtraCost> rows = new LinkedHashMap<>();
    private final Map<Month, String> files = new HashMap<>();

    @Override
    public Uni<List<ExtraCost>> of(CompanyId company, YearMonth month) {
        return Uni.createFrom().item(() -> now(company, month));
    }

    synchronized List<ExtraCost> now(CompanyId company, YearMonth month) {
        return rows.values().stream()
                .filter(cost -> cost.company().equals(company))
                .filter(cost -> cost.key().month().equals(month))
                .sorted(Comparator.comparing(ExtraCost::key, IN_ORDER))
                .toList();
    }

    @Override
    public Uni<Void> store(ExtraCostSheet.Taken taken) {
        return Uni.createFrom().voidItem().invoke(() -> storeNow(taken));
    }

    private synchronized void storeNow(ExtraCostSheet.Taken taken) {
        for (ExtraCost added : taken.added()) {
            if (rows.values().stream()
                    .anyMatch(it ->
                            it.company().equals(added.company()) && it.key().equals(added.key()))) {
                throw new ContendedException("the key is taken");
            }
        }
        taken.changed().forEach(cost -> rows.remove(cost.id()));
        taken.changed().forEach(cost -> rows.put(cost.id(), cost));
        taken.added().forEach(cost -> rows.put(cost.id(), cost));
    }

    @Override
    public Uni<Boolean> remove(ExtraCostId id) {
        return Uni.createFrom().item(() -> removeNow(id));
    }

    private synchronized boolean removeNow(ExtraCostId id) {
        return rows.remove(id) != null;
    }

    @Override
    public Uni<Optional<String>> lastFile(CompanyId company, YearMonth month) {
        return Uni.createFrom().item(() -> Optional.ofNullable(files.get(new Month(company, month))));
    }

    @Override
    public Uni<Void> rememberFile(CompanyId company, YearMonth month, Optional<String> digest) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> files.compute(new Month(company, month), (_, _) -> digest.orElse(null)));
    }
}
