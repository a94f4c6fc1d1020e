package io.motorpool.application.fleet;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;

class InMemoryZonesTest implements ZonesContract, InMemoryContract {

    private final Zones zones = new InMemoryZones();

    @Override
    public Zones zones() {
        return zones;
    }

    @Override
    public CompanyId givenOwner() {
        return new CompanyId(Ids.next());
    }
}
