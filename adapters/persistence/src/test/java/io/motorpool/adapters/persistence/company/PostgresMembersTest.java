package io.motorpool.adapters.persistence.company;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.company.Members;
import io.motorpool.application.company.MembersContract;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresMembersTest implements MembersContract, PostgresContract {

    private final Given given = new Given(this);

    @Inject
    Members members;

    @Override
    public Members members() {
        return members;
    }

    @Override
    public CompanyId givenOwner() {
        return given.company();
    }
}
