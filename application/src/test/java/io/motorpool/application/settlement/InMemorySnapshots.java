package io.motorpool.application.settlement;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.Snapshot;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Verification.Chain;
import io.motorpool.domain.settlement.Verification.Kept;
import io.motorpool.domain.settlement.Verification.Registered;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Snapshots in memory, and a superuser who can change them. */
public final class InMemorySnapshots implements Snapshots {

    private record Row(SettlementHead head, Link link, Kept kept) {}

    private record Entry(CompanyId company, Registered registered) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Entry> register = new ArrayList<>();

    @Override
    public Uni<Link> next(CompanyId company) {
        return Uni.createFrom().item(() -> nextNow(company));
    }

    private synchronized Link nextNow(CompanyId company) {
        return rows.stream()
                .filter(row -> row.head().company().equals(company))
                .reduce((_, last) -> last)
                .map(last -> Link.after(last.link(), last.kept().sealed()))
                .orElse(Link.FIRST);
    }

    @Override
    public Uni<Void> add(SettlementHead head, Snapshot snapshot) {
        return Uni.createFrom().voidItem().invoke(() -> addNow(head, snapshot));
    }

    private synchronized void addNow(SettlementHead head, Snapshot snapshot) {
        if (!nextNow(head.company()).equals(snapshot.link())) {
            throw new ContendedException(
                    "place %d is taken".formatted(snapshot.link().sequence()));
        }
        rows.add(new Row(head, snapshot.link(), new Kept(head.number(), snapshot.text(), snapshot.seal())));
        register.add(new Entry(head.company(), new Registered(head.number(), snapshot.seal())));
    }

    @Override
    public Uni<Optional<Kept>> find(SettlementId settlement) {
        return Uni.createFrom().item(() -> findNow(settlement));
    }

    private synchronized Optional<Kept> findNow(SettlementId settlement) {
        return rows.stream()
                .filter(row -> row.head().id().equals(settlement))
                .map(Row::kept)
                .findFirst();
    }

    @Override
    public Uni<Chain> chain(CompanyId company) {
        return Uni.createFrom().item(() -> chainNow(company));
    }

    private synchronized Chain chainNow(CompanyId company) {
        return new Chain(
                rows.stream()
                        .filter(row -> row.head().company().equals(company))
                        .map(Row::kept)
                        .toList(),
                register.stream()
                        .filter(entry -> entry.company().equals(company))
                        .map(Entry::registered)
                        .toList());
    }

    /** Takes one away behind everybody's back. */
    public synchronized void remove(SettlementId settlement) {
        rows.removeIf(row -> row.head().id().equals(settlement));
    }

    /** Changes a byte behind everybody's back. */
    public synchronized void tamper(SettlementId settlement, String from, String to) {
        rows.replaceAll(row -> row.head().id().equals(settlement)
                ? new Row(
                        row.head(),
                        row.link(),
                        new Kept(
                                row.kept().settlement(),
                                row.kept().text().replace(from, to),
                                row.kept().sealed()))
                : row);
    }
}
