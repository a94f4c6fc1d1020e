package io.motorpool.application.identity;

import java.time.Clock;

class InMemoryUsersTest implements UsersContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public Users users() {
        return identity.users;
    }
}
