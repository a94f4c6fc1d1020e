package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.fleet.ZonesContract;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresZonesTest implements ZonesContract, PostgresContract {

    private final Given given = new Given(this);

    @Inject
    Zones zones;

    @Override
    public Zones zones() {
        return zones;
    }

    @Override
    public CompanyId givenOwner() {
        return given.company();
    }
}
