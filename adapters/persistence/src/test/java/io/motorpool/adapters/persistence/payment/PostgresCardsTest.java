package io.motorpool.adapters.persistence.payment;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.payment.Cards;
import io.motorpool.application.payment.CardsContract;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresCardsTest implements CardsContract, PaymentGround {

    @Inject
    Cards cards;

    @Override
    public Cards cards() {
        return cards;
    }

    @Override
    public CompanyId givenCompany() {
        return PaymentGround.super.givenCompany();
    }
}
