package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reservation.ReservationReader;
import io.motorpool.application.reservation.ReservationReaderContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresReservationReaderTest implements ReservationReaderContract, PostgresGround {

    @Override
    public ReservationReader reader() {
        return PostgresGround.port(ReservationReader.class);
    }
}
