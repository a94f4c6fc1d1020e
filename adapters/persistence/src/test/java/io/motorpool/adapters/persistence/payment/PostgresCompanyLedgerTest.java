package io.motorpool.adapters.persistence.payment;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.payment.CompanyLedger;
import io.motorpool.application.payment.CompanyLedgerContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresCompanyLedgerTest implements CompanyLedgerContract, PaymentGround {

    @Inject
    CompanyLedger ledger;

    @Override
    public CompanyLedger ledger() {
        return ledger;
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
