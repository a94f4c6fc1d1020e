package io.motorpool.application.payment;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;

class InMemoryReservationAccountsTest implements ReservationAccountsContract, InMemoryContract {

    private final ReservationAccounts accounts = new InMemoryReservationAccounts();

    @Override
    public ReservationAccounts accounts() {
        return accounts;
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
