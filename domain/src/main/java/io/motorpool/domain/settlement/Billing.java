package io.motorpool.domain.settlement;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.settlement.SettlementRefusal.AlreadyReversed;
import io.motorpool.domain.settlement.SettlementRefusal.MonthBilled;
import io.motorpool.domain.settlement.SettlementRefusal.MonthReversed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All documents of one company for one month. "Billed once" is a rule between them: a month has one bill that stands, and a
 * further one only after the one before was reversed, once.
 */
public record Billing(List<Settlement> documents) {

    public Billing {
        documents = List.copyOf(documents);
    }

    /** The bill that stands, whatever its state; empty before the first and after a reversal. */
    public Optional<Settlement> standing() {
        return latest().filter(bill -> reversalOf(bill).isEmpty());
    }

    /** Whether nobody may change what was driven in the month. */
    public boolean closesTheMonth() {
        return standing().filter(Settlement::isConfirmed).isPresent();
    }

    /** What the first bill is for: refused while one stands, and after a reversal, when the month has to be issued again. */
    public Decision<Purpose.Bill, SettlementRefusal> first() {
        return vacant().then(_ -> latest().<Decision<Purpose.Bill, SettlementRefusal>>map(
                        bill -> refuse(new MonthReversed(bill.head().month())))
                .orElseGet(() -> accept(new Purpose.Bill(1))));
    }

    /** What the next bill is for after a reversal: refused while one stands. */
    public Decision<Purpose.Bill, SettlementRefusal> reissue() {
        return vacant().map(_ -> new Purpose.Bill(latest().map(Billing::issueOf).orElse(0) + 1));
    }

    private Decision<Billing, SettlementRefusal> vacant() {
        return standing()
                .<Decision<Billing, SettlementRefusal>>map(bill ->
                        refuse(new MonthBilled(bill.head().month(), bill.head().number())))
                .orElseGet(() -> accept(this));
    }

    /** The bill, provided that it is not reversed yet. */
    public Decision<Settlement, SettlementRefusal> reversible(Settlement bill) {
        return reversalOf(bill)
                .<Decision<Settlement, SettlementRefusal>>map(
                        reversal -> refuse(new AlreadyReversed(reversal.head().number())))
                .orElseGet(() -> accept(bill));
    }

    private Optional<Settlement> latest() {
        return documents.stream()
                .filter(document -> document.head().purpose() instanceof Purpose.Bill)
                .max(Comparator.comparing(Billing::issueOf));
    }

    private Optional<Settlement> reversalOf(Settlement bill) {
        return documents.stream()
                .filter(document -> document.head().purpose().equals(new Purpose.Reversal(bill.id())))
                .findFirst();
    }

    private static int issueOf(Settlement bill) {
        return switch (bill.head().purpose()) {
            case Purpose.Bill(var issue) -> issue;
            case Purpose.Reversal _ -> 0;
        };
    }
}
