package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reservation.Notes;
import io.motorpool.application.reservation.NotesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresNotesTest implements NotesContract, PostgresGround {

    @Override
    public Notes notes() {
        return PostgresGround.port(Notes.class);
    }
}
