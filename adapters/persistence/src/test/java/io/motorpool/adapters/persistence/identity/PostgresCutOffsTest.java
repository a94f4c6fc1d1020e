package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.CutOffs;
import io.motorpool.application.identity.CutOffsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresCutOffsTest implements CutOffsContract, PostgresContract {

    @Inject
    CutOffs cutOffs;

    @Override
    public CutOffs cutOffs() {
        return cutOffs;
    }
}
