package io.motorpool.application.fleet;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;

class InMemoryPlanWindowsTest implements PlanWindowsContract, InMemoryContract {

    private final PlanWindows windows = new InMemoryPlanWindows();

    @Override
    public PlanWindows windows() {
        return windows;
    }

    @Override
    public Vehicle givenVehicle() {
        return FleetFixtures.aVehicle(new CompanyId(Ids.next()), new ZoneId(Ids.next()));
    }
}
