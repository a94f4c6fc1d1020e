package io.motorpool.adapters.persistence.drivinglog;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.drivinglog.LogFiles;
import io.motorpool.application.drivinglog.LogFilesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresLogFilesTest implements LogFilesContract, PostgresContract {

    @Inject
    LogFiles rows;

    @Override
    public LogFiles files() {
        return rows;
    }
}
