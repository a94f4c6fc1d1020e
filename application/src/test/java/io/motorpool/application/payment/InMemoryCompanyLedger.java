package io.motorpool.application.payment;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A ledger in memory. */
public final class InMemoryCompanyLedger implements CompanyLedger {

    private static final Comparator<LedgerEntry> ORDER =
            Comparator.comparing(LedgerEntry::at).thenComparing(LedgerEntry::id);

    private final Map<Key, LedgerEntry> entries = new LinkedHashMap<>();

    private record Key(PaymentId payment, boolean reversal) {}

    @Override
    public Uni<Void> append(List<LedgerEntry> added) {
        return Uni.createFrom().item(() -> put(added)).replaceWithVoid();
    }

    private synchronized int put(List<LedgerEntry> added) {
        added.forEach(entry -> entries.putIfAbsent(new Key(entry.payment(), entry.reversal()), entry));
        return entries.size();
    }

    @Override
    public Uni<Page<LedgerEntry>> list(CompanyId company, Page.Request page) {
        return Uni.createFrom()
                .item(() -> Page.of(
                        of(company)
                                .filter(entry -> page.after()
                                        .map(cursor -> isAfter(entry, cursor))
                                        .orElse(true))
                                .limit(page.limit() + 1L)
                                .toList(),
                        page,
                        entry -> new Page.Cursor(entry.at(), entry.id())));
    }

    private static boolean isAfter(LedgerEntry entry, Page.Cursor cursor) {
        int byTime = entry.at().compareTo(Objects.requireNonNull(cursor.at()));
        return byTime > 0 || (byTime == 0 && entry.id().compareTo(cursor.id()) > 0);
    }

    @Override
    public Uni<Amount> balance(CompanyId company) {
        return Uni.createFrom()
                .item(() -> Amount.sum(of(company).map(LedgerEntry::amount).toList()));
    }

    private synchronized Stream<LedgerEntry> of(CompanyId company) {
        return List.copyOf(entries.values()).stream()
                .filter(entry -> entry.company().equals(company))
                .sorted(ORDER);
    }
}
