package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reservation.Odometers;
import io.motorpool.application.reservation.OdometersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresOdometersTest implements OdometersContract, PostgresGround {

    @Inject
    Odometers odometers;

    @Override
    public Odometers odometers() {
        return odometers;
    }
}
