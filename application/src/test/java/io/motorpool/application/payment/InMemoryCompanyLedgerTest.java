package io.motorpool.application.payment;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;

class InMemoryCompanyLedgerTest implements CompanyLedgerContract, InMemoryContract {

    private final CompanyLedger ledger = new InMemoryCompanyLedger();

    @Override
    public CompanyLedger ledger() {
        return ledger;
    }

    @Override
    public CompanyId givenCompany() {
        return new CompanyId(Ids.next());
    }

    @Override
    public ReservationId givenReservation(CompanyId company) {
        return new ReservationId(Ids.next());
    }
}
