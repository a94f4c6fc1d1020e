package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reservation.SurroundingsReader;
import io.motorpool.application.reservation.SurroundingsReaderContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresSurroundingsTest implements SurroundingsReaderContract, PostgresGround {

    @Inject
    SurroundingsReader surroundings;

    @Override
    public SurroundingsReader surroundings() {
        return surroundings;
    }
}
