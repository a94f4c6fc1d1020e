package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.Users;
import io.motorpool.application.identity.UsersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresUsersTest implements UsersContract, PostgresContract {

    @Inject
    Users users;

    @Override
    public Users users() {
        return users;
    }
}
