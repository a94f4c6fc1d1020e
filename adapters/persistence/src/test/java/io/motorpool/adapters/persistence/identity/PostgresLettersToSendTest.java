package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.LettersToSend;
import io.motorpool.application.identity.LettersToSendContract;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresLettersToSendTest implements LettersToSendContract, PostgresContract {

    @Inject
    LettersToSend letters;

    @Override
    public LettersToSend letters() {
        return letters;
    }

    @Override
    public UserId givenUser() {
        return new GivenUsers(this).active().id();
    }
}
