package io.motorpool.adapters.persistence.company;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.CompaniesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresCompaniesTest implements CompaniesContract, PostgresContract {

    @Inject
    Companies companies;

    @Override
    public Companies companies() {
        return companies;
    }
}
