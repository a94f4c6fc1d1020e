package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.Sessions;
import io.motorpool.application.identity.SessionsContract;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresSessionsTest implements SessionsContract, PostgresContract {

    @Inject
    Sessions sessions;

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public UserId givenUser() {
        return new GivenUsers(this).active().id();
    }
}
