package io.motorpool.application.settlement;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.route.Numbers;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.Settlement.Changed;
import io.motorpool.domain.settlement.SettlementEvent;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementNumber;
import io.motorpool.domain.settlement.SettlementRefusal;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What several use cases do with settlements: open one under a new number, store what one became, write both down. */
public final class SettlementDesk {

    private final Settlements settlements;
    private final Numbers numbers;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public SettlementDesk(
            Settlements settlements, Numbers numbers, Journal journal, Clock clock, Supplier<UUID> nextId) {
        this.settlements = settlements;
        this.numbers = numbers;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    /** The bill of the month that stands, or its first one, opened now. The books are locked by the caller. */
    Uni<Decision<Versioned<Settlement>, Refusal>> standingOrFirst(Deed deed, CompanyId company, YearMonth month) {
        return settlements
                .of(company, month)
                .chain(billing -> billing.standing()
                        .map(bill -> stored(bill.id()))
                        .orElseGet(() -> open(deed, company, month, billing.first())));
    }

    private Uni<Decision<Versioned<Settlement>, Refusal>> stored(SettlementId id) {
        return settlements.find(id).map(found -> Decision.accept(found.orElseThrow()));
    }

    Uni<Decision<Versioned<Settlement>, Refusal>> open(
            Deed deed, CompanyId company, YearMonth month, Decision<Purpose.Bill, SettlementRefusal> purpose) {
        return Proceed.with(
                purpose,
                bill -> head(company, month, bill).chain(head -> add(deed, Settlement.open(head, clock.instant()))));
    }

    Uni<SettlementHead> head(CompanyId company, YearMonth month, Purpose purpose) {
        return numbers.draw(Numbers.Series.SETTLEMENT)
                .map(drawn -> new SettlementHead(
                        new SettlementId(nextId.get()), SettlementNumber.issue(month, drawn), company, month, purpose));
    }

    private Uni<Decision<Versioned<Settlement>, Refusal>> add(Deed deed, Changed<? extends Settlement> opened) {
        return settlements.add(opened.settlement()).chain(version -> {
            Versioned<Settlement> after = new Versioned<>(opened.settlement(), version);
            return write(deed, Optional.empty(), after, List.of(opened.fact()))
                    .replaceWith(() -> Decision.accept(after));
        });
    }

    Uni<SettlementView> store(Deed deed, Versioned<Settlement> before, Changed<? extends Settlement> after) {
        return store(deed, before, after.settlement(), List.of(after.fact()));
    }

    Uni<SettlementView> store(Deed deed, Versioned<Settlement> before, Settlement after, List<SettlementEvent> facts) {
        return settlements.save(before.with(after)).chain(version -> {
            Versioned<Settlement> stored = new Versioned<>(after, version);
            return write(deed, Optional.of(before), stored, facts).replaceWith(() -> SettlementView.of(stored));
        });
    }

    Uni<SettlementView> addConfirmed(Deed deed, Settlement document, List<SettlementEvent> facts) {
        return settlements.add(document).chain((Version version) -> {
            Versioned<Settlement> stored = new Versioned<>(document, version);
            return write(deed, Optional.empty(), stored, facts).replaceWith(() -> SettlementView.of(stored));
        });
    }

    private Uni<Void> write(
            Deed deed,
            Optional<Versioned<Settlement>> before,
            Versioned<Settlement> after,
            List<SettlementEvent> facts) {
        SettlementView view = SettlementView.of(after);
        Map<String, String> known =
                before.map(stored -> SettlementView.of(stored).facts()).orElse(Map.of());
        Effect effect = new Effect(view.head().company(), view.head().id().value(), known, view.facts());
        return journal.write(deed, List.of(effect), facts);
    }
}
