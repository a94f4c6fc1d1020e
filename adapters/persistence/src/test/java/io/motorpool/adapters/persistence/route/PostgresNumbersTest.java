package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.route.Numbers;
import io.motorpool.application.route.NumbersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresNumbersTest implements NumbersContract, PostgresContract {

    @Override
    public Numbers numbers() {
        return OnPostgres.port(Numbers.class);
    }
}
