package io.motorpool.application.settlement;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.settlement.Billing;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settlements in memory. */
public final class InMemorySettlements implements Settlements {

    private final VersionedMap<Settlement> rows =
            new VersionedMap<>(it -> it.id().value(), it -> it.head().company());

    @Override
    public Uni<Optional<Versioned<Settlement>>> find(SettlementId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Billing> of(CompanyId company, YearMonth month) {
        return Uni.createFrom().item(() -> now(company, month));
    }

    private Billing now(CompanyId company, YearMonth month) {
        return new Billing(rows.values()
                .filter(it -> it.head().company().equals(company))
                .filter(it -> it.head().month().equals(month))
                .toList());
    }

    /** For whoever keeps the books. */
    public ClosedMonths closedMonths(CompanyId company) {
        List<YearMonth> months = rows.values()
                .filter(it -> it.head().company().equals(company))
                .map(it -> it.head().month())
                .distinct()
                .toList();
        return new ClosedMonths(months.stream()
                .filter(month -> now(company, month).closesTheMonth())
                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Version> add(Settlement settlement) {
        return Uni.createFrom().item(() -> {
            if (rows.values()
                    .anyMatch(it -> it.head().number().equals(settlement.head().number()))) {
                throw new ContendedException(
                        "number %s is taken".formatted(settlement.head().number()));
            }
            return rows.add(settlement);
        });
    }

    @Override
    public Uni<Version> save(Versioned<? extends Settlement> changed) {
        return Uni.createFrom().item(() -> {
            Settlement stored =
                    rows.find(changed.value().id().value()).orElseThrow().value();
            if (!follows(stored, changed.value())) {
                throw new ContendedException(
                        "%s does not follow %s".formatted(changed.value().status(), stored.status()));
            }
            return rows.save(new Versioned<>(changed.value(), changed.version()));
        });
    }

    private static boolean follows(Settlement before, Settlement after) {
        return after.equals(before)
                || switch (before) {
                    case Settlement.Draft _, Settlement.Calculated _ -> true;
                    case Settlement.Confirmed _, Settlement.PostFailed _ -> after instanceof Settlement.Posting;
                    case Settlement.Posting _ -> after.isConfirmed() && !(after instanceof Settlement.Confirmed);
                    case Settlement.Posted _ -> false;
                };
    }

    @Override
    public Uni<Optional<Versioned<Settlement>>> due(Instant now) {
        return Uni.createFrom()
                .item(() -> rows.values()
                        .filter(it -> isDue(it, now))
                        .findFirst()
                        .flatMap(it -> rows.find(it.id().value())));
    }

    private static boolean isDue(Settlement settlement, Instant now) {
        return switch (settlement) {
            case Settlement.Confirmed _ -> true;
            case Settlement.Posting posting -> !posting.last().next().isAfter(now);
            case Settlement.Draft _, Settlement.Calculated _, Settlement.Posted _, Settlement.PostFailed _ -> false;
        };
    }

    @Override
    public Uni<Page<Versioned<Settlement>>> list(CompanyScope scope, Optional<YearMonth> month, Page.Request page) {
        return Uni.createFrom()
                .item(() -> rows.list(
                        scope, it -> month.map(it.head().month()::equals).orElse(true), page));
    }
}
