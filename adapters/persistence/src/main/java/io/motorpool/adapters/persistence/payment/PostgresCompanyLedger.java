package io.motorpool.adapters.persistence.payment;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.payment.CompanyLedger;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is owed, entry by entry. */
@ApplicationScoped
public class PostgresCompanyLedger implements CompanyLedger {

    private static final Page.Cursor BEFORE_ALL = new Page.Cursor(Instant.EPOCH, new UUID(0, 0));

    @Override
    public Uni<Void> append(List<LedgerEntry> entries) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (LedgerEntry entry : entries) {
            all = all.chain(() -> append(entry));
        }
        return all;
    }

    private static Uni<Void> append(LedgerEntry entry) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "id", entry.id(),
                "payment", entry.payment().value(),
                "reversal", entry.reversal(),
                "company", entry.company().value(),
                "reservation", entry.reservation().value(),
                "payer", entry.payer().value(),
                "kind", entry.kind().name(),
                "won", entry.amount().won(),
                "at", entry.at()));
        return Sql.change("""
                        INSERT INTO ledger_entry (id, payment_id, reversal, company_id, reservation_id, payer_id, kind, won, at)
                        VALUES (:id, :payment, :reversal, :company, :reservation, :payer, :kind, :won, :at)
                        ON CONFLICT DO NOTHING\
                        """, parameters).replaceWithVoid();
    }

    @Override
    public Uni<Page<LedgerEntry>> list(CompanyId company, Page.Request page) {
        Page.Cursor after = page.after().orElse(BEFORE_ALL);
        return Sql.read(
                        """
                        SELECT payment_id, reversal, company_id, reservation_id, payer_id, kind, won, at FROM ledger_entry
                         WHERE company_id = :company AND (at, id) > (:at, :id)
                         ORDER BY at, id LIMIT :most\
                        """,
                        Map.of(
                                "company",
                                company.value(),
                                "at",
                                after.at() == null ? Instant.EPOCH : after.at(),
                                "id",
                                after.id(),
                                "most",
                                page.limit() + 1),
                        PostgresCompanyLedger::entry)
                .map(rows -> Page.of(rows, page, entry -> new Page.Cursor(entry.at(), entry.id())));
    }

    private static LedgerEntry entry(Columns columns) {
        return new LedgerEntry(
                new PaymentId(columns.uuid()),
                columns.flag(),
                new CompanyId(columns.uuid()),
                new ReservationId(columns.uuid()),
                new UserId(columns.uuid()),
                columns.constant(FeeKind.class),
                new Amount(columns.longNumber()),
                columns.instant());
    }

    @Override
    public Uni<Amount> balance(CompanyId company) {
        return Sql.read(
                        "SELECT CAST(coalesce(sum(won), 0) AS bigint), 0 FROM ledger_entry WHERE company_id = :company",
                        Map.of("company", company.value()),
                        columns -> new Amount(columns.longNumber()))
                .map(List::getFirst);
    }
}
