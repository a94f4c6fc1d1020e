package io.motorpool.adapters.persistence.payment;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.payment.ReservationAccounts;
import io.motorpool.application.payment.ReservationAccountsContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresReservationAccountsTest implements ReservationAccountsContract, PaymentGround {

    @Inject
    ReservationAccounts accounts;

    @Override
    public ReservationAccounts accounts() {
        return accounts;
    }

    @Override
    public CompanyId givenCompany() {
        return PaymentGround.super.givenCompany();
    }

    @Override
    public ReservationId givenReservation(CompanyId company) {
        return PaymentGround.super.givenReservation(company);
    }
}
