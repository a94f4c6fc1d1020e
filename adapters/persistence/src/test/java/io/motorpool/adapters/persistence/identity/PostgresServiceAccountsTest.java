package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.ServiceAccounts;
import io.motorpool.application.identity.ServiceAccountsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresServiceAccountsTest implements ServiceAccountsContract, PostgresContract {

    @Inject
    ServiceAccounts accounts;

    @Override
    public ServiceAccounts accounts() {
        return accounts;
    }
}
