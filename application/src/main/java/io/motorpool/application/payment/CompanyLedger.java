package io.motorpool.application.payment;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What companies that are billed later owe. Entries are added, never changed. */
public interface CompanyLedger {

    /** Part of the unit of work. An entry that is there already stays as it is: it is owed once. */
    Uni<Void> append(List<LedgerEntry> entries);

    /** In the order of their time, then of their id. */
    Uni<Page<LedgerEntry>> list(CompanyId company, Page.Request page);

    /** What the entries add up to. */
    Uni<Amount> balance(CompanyId company);
}
