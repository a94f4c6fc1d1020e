package io.motorpool.application.fleet;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;

class InMemoryVehiclesTest implements VehiclesContract, InMemoryContract {

    private final Vehicles vehicles = new InMemoryVehicles();

    @Override
    public Vehicles vehicles() {
        return vehicles;
    }

    @Override
    public CompanyId givenOwner() {
        return new CompanyId(Ids.next());
    }

    @Override
    public ZoneId givenZone(CompanyId company) {
        return new ZoneId(Ids.next());
    }
}
