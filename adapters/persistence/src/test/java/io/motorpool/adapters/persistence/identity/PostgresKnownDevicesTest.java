package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.KnownDevices;
import io.motorpool.application.identity.KnownDevicesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresKnownDevicesTest implements KnownDevicesContract, PostgresContract {

    @Inject
    KnownDevices devices;

    @Override
    public KnownDevices devices() {
        return devices;
    }
}
