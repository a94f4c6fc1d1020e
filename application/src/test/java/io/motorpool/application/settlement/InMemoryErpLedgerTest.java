package io.motorpool.application.settlement;

import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.application.shared.MovedClock;
import java.time.Duration;
import java.util.List;

class InMemoryErpLedgerTest implements ErpLedgerContract, InMemoryContract {

    private final MovedClock clock = new MovedClock(ErpFixtures.NOW);
    private final InMemoryErpLedger ledger = new InMemoryErpLedger(clock);

    @Override
    public ErpLedger ledger() {
        return ledger;
    }

    @Override
    public List<Booked> booked(String number) {
        return ledger.booked(number);
    }

    @Override
    public void givenWonWithDecimals() {
        ledger.wonWithDecimals();
    }

    @Override
    public void givenBookedByHand(BillingRequest request) {
        ledger.book(request);
    }

    @Override
    public void givenCustomerUnknown(BillingRequest request) {
        ledger.forgetCustomerOf(request);
    }

    @Override
    public void givenOutOfReach() {
        ledger.outOfReach(true);
    }

    @Override
    public void givenWithinReach() {
        ledger.outOfReach(false);
    }

    @Override
    public void givenAnswerLost() {
        ledger.loseNextAnswer();
    }

    @Override
    public void givenStoredLate() {
        ledger.storeNextLate();
    }

    @Override
    public void passTime() {
        clock.move(Duration.ofHours(1));
    }

    @Override
    public void givenLocked() {
        ledger.lockNext();
    }
}
