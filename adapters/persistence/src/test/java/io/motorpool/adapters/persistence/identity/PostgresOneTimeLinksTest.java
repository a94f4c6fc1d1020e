package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.OneTimeLinks;
import io.motorpool.application.identity.OneTimeLinksContract;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresOneTimeLinksTest implements OneTimeLinksContract, PostgresContract {

    @Inject
    OneTimeLinks links;

    @Override
    public OneTimeLinks links() {
        return links;
    }

    @Override
    public UserId givenUser() {
        return new GivenUsers(this).active().id();
    }
}
