package io.motorpool.adapters.persistence.audit;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.audit.AuditTrail;
import io.motorpool.application.audit.AuditTrailContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresAuditTrailTest implements AuditTrailContract, PostgresContract {

    @Inject
    AuditTrail trail;

    @Override
    public AuditTrail trail() {
        return trail;
    }
}
