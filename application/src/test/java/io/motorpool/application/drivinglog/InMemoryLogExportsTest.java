package io.motorpool.application.drivinglog;

import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;

class InMemoryLogExportsTest implements LogExportsContract, InMemoryContract {

    private final ALog log = new ALog();

    @Override
    public CompanyId givenCompany() {
        return log.givenCompany();
    }

    @Override
    public VehicleId givenVehicle(CompanyId company) {
        return log.givenVehicle(company);
    }

    @Override
    public LogExports exports() {
        return log.exports;
    }
}
