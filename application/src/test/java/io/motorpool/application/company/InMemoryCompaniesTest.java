package io.motorpool.application.company;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryCompaniesTest implements CompaniesContract, InMemoryContract {

    private final Companies companies = new InMemoryCompanies();

    @Override
    public Companies companies() {
        return companies;
    }
}
