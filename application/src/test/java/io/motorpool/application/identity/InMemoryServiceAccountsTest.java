package io.motorpool.application.identity;

import java.time.Clock;

class InMemoryServiceAccountsTest implements ServiceAccountsContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public ServiceAccounts accounts() {
        return identity.accounts;
    }
}
