package io.motorpool.application.payment;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;

class InMemoryCardsTest implements CardsContract, InMemoryContract {

    private final Cards cards = new InMemoryCards();

    @Override
    public Cards cards() {
        return cards;
    }

    @Override
    public CompanyId givenCompany() {
        return new CompanyId(Ids.next());
    }
}
