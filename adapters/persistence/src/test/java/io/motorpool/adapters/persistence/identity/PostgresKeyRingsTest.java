package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.KeyRings;
import io.motorpool.application.identity.KeyRingsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresKeyRingsTest implements KeyRingsContract, PostgresContract {

    @Inject
    KeyRings rings;

    @Override
    public KeyRings rings() {
        return rings;
    }
}
