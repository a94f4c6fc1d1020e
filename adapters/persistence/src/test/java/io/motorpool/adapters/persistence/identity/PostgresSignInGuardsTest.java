package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.SignInGuards;
import io.motorpool.application.identity.SignInGuardsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresSignInGuardsTest implements SignInGuardsContract, PostgresContract {

    @Inject
    SignInGuards guards;

    @Override
    public SignInGuards guards() {
        return guards;
    }
}
