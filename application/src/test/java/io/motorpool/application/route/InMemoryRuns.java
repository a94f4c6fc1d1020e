package io.motorpool.application.route;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs in memory. */
public final class InMemoryRuns implements Runs {

    private final VersionedMap<Run> rows =
            new VersionedMap<>(run -> run.id().value(), run -> run.plan().company());

    @Override
    public Uni<Optional<Versioned<Run>>> find(RunId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<List<Versioned<Run>>> between(SlotId slot, LocalDate first, LocalDate last) {
        return Uni.createFrom()
                .item(() -> rows.values()
                        .filter(run -> run.plan().slot().equals(slot))
                        .filter(run -> !run.plan().serviceDate().isBefore(first))
                        .filter(run -> !run.plan().serviceDate().isAfter(last))
                        .sorted(Comparator.comparing(run -> run.plan().departure()))
                        .map(run -> rows.find(run.id().value()).orElseThrow())
                        .toList());
    }

    List<Run> of(CompanyId company, YearMonth month) {
        return rows.values()
                .filter(run -> run.plan().company().equals(company))
                .filter(run -> run.plan().month().equals(month))
                .sorted(Comparator.comparing(run -> run.plan().departure()))
                .toList();
    }

    Run now(RunId id) {
        return rows.find(id.value()).orElseThrow().value();
    }

    @Override
    public Uni<Void> addAll(List<Run.Scheduled> planned) {
        return Uni.createFrom().voidItem().invoke(() -> {
            synchronized (rows) {
                if (planned.stream().anyMatch(this::isTaken)) {
                    throw new ContendedException("a departure is taken");
                }
                planned.forEach(run -> {
                    Version _ = rows.add(run);
                });
            }
        });
    }

    private boolean isTaken(Run wanted) {
        return rows.values()
                .anyMatch(run -> run.plan().slot().equals(wanted.plan().slot())
                        && run.plan().departure().equals(wanted.plan().departure()));
    }

    @Override
    public Uni<List<Version>> saveAll(List<? extends Versioned<? extends Run>> changed) {
        return Uni.createFrom().item(() -> {
            synchronized (rows) {
                for (Versioned<? extends Run> each : changed) {
                    Version stored =
                            rows.find(each.value().id().value()).orElseThrow().version();
                    if (!stored.equals(each.version())) {
                        throw new ContendedException("version %s is not current".formatted(each.version()));
                    }
                }
                List<Version> versions = new ArrayList<>();
                changed.forEach(each -> versions.add(rows.save(new Versioned<>(each.value(), each.version()))));
                return versions;
            }
        });
    }

    @Override
    public Uni<Page<Versioned<Run>>> list(CompanyScope scope, LocalDate serviceDate, Page.Request page) {
        return Uni.createFrom()
                .item(() -> rows.list(scope, run -> run.plan().serviceDate().equals(serviceDate), page));
    }
}
