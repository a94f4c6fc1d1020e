package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Closed periods in memory. */
public final class InMemoryLogClosings implements LogClosings {

    private final List<LogClosing> rows = new ArrayList<>();

    @Override
    public Uni<List<LogClosing>> of(CompanyId company) {
        return Uni.createFrom().item(() -> ofNow(company));
    }

    private synchronized List<LogClosing> ofNow(CompanyId company) {
        return rows.stream()
                .filter(row -> row.company().equals(company))
                .sorted(Comparator.comparing(row -> row.period().from()))
                .toList();
    }

    @Override
    public Uni<Boolean> add(LogClosing closing) {
        return Uni.createFrom().item(() -> addNow(closing));
    }

    private synchronized boolean addNow(LogClosing closing) {
        return ofNow(closing.company()).stream().noneMatch(row -> row.period().overlaps(closing.period()))
                && rows.add(closing);
    }
}
