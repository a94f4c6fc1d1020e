package io.motorpool.application.identity;

import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;

class InMemoryPasswordHasherTest implements PasswordHasherContract {

    private final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Override
    public PasswordHash hashOfOldDays(Password password) {
        return hasher.hashOfOldDays(password);
    }

    @Override
    public void givenOverloaded() {
        hasher.overloaded(true);
    }

    @Override
    public void givenIdle() {
        hasher.overloaded(false);
    }
}
