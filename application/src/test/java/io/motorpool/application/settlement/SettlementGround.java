package io.motorpool.application.settlement;

import io.motorpool.application.route.Books;
import io.motorpool.application.route.Numbers;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.Attempt;
import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.settlement.ExtraCostKey;
import io.motorpool.domain.settlement.ExtraCostKind;
import io.motorpool.domain.settlement.ExtraCostLine;
import io.motorpool.domain.settlement.ExtraCostSheet.Taken;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Seal;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementNumber;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.List;
import java.util.UUID;

/** What the contracts of settlements stand on. */
public interface SettlementGround extends RouteGround {

    Settlements settlements();

    SettlementSources sources();

    Snapshots snapshots();

    ExtraCosts costs();

    ErpAccounts accounts();

    Books books();

    default SettlementHead aHead(CompanyId company, Purpose purpose) {
        long drawn = inTransaction(() -> numbers().draw(Numbers.Series.SETTLEMENT));
        return new SettlementHead(
                new SettlementId(Ids.next()), SettlementNumber.issue(NOVEMBER, drawn), company, NOVEMBER, purpose);
    }

    default Versioned<Settlement> given(Settlement settlement) {
        Version version = inTransaction(() -> settlements().add(settlement));
        return new Versioned<>(settlement, version);
    }

    /** Goes through the life cycle like any other, because nothing is confirmed that was not calculated. */
    default Versioned<Settlement> givenConfirmed(SettlementHead head) {
        return then(given(new Settlement.Draft(head, null)), new Settlement.Confirmed(head, aConfirmation()));
    }

    default Versioned<Settlement> givenPosted(SettlementHead head) {
        return posted(givenConfirmed(head));
    }

    /** The ERP was asked, and its document read back. */
    default Versioned<Settlement> posted(Versioned<Settlement> before) {
        SettlementHead head = before.value().head();
        Versioned<Settlement> posting = before.value() instanceof Settlement.Posting
                ? before
                : then(before, new Settlement.Posting(head, aConfirmation(), Attempt.begun(DECEMBER_5TH)));
        return then(posting, new Settlement.Posted(head, aConfirmation(), new ErpDocument("60000001"), DECEMBER_5TH));
    }

    default Versioned<Settlement> then(Versioned<Settlement> before, Settlement after) {
        Version version = inTransaction(() -> settlements().save(before.with(after)));
        return new Versioned<>(after, version);
    }

    static Confirmation aConfirmation() {
        return new Confirmation(new UserId(new UUID(2, 12)), DECEMBER_5TH, Totals.on(Money.won(90_000)), Seal.NONE);
    }

    /** As above, by somebody else. */
    static Confirmation anotherConfirmation() {
        return new Confirmation(new UserId(new UUID(2, 13)), DECEMBER_5TH, Totals.on(Money.won(90_000)), Seal.NONE);
    }

    default ExtraCost aCost(CompanyId company, RouteId route, String reference, long won, UserId by) {
        var key = new ExtraCostKey(NOVEMBER.atDay(3), route, ExtraCostKind.TOLL, reference);
        var reason = won < 0 ? AdjustmentReason.SERVICE_FAILURE : null;
        return new ExtraCost(
                new ExtraCostId(Ids.next()), company, new ExtraCostLine(key, new Amount(won), reason, "통행료"), by);
    }

    default ExtraCost given(ExtraCost cost) {
        return inTransaction(
                () -> costs().store(new Taken(List.of(cost), List.of(), 0)).replaceWith(cost));
    }

    default void givenAccount(CompanyId company) {
        inTransaction(() -> accounts().name(company, new ErpAccount("17100001")));
    }

    /** A route with one vehicle from the first of November on, and a rate. */
    default Slot givenService(CompanyId company, long won) {
        Route route = givenRoute(company);
        Slot slot = givenSlot(route);
        Vehicle vehicle = givenVehicle(company);
        var _ = givenRate(route, NOVEMBER.atDay(1), won);
        var _ = givenDispatch(slot, vehicle, RouteGround.day(1), null);
        return slot;
    }
}
