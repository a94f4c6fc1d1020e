package io.motorpool.application.drivinglog;

import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;

class InMemoryLogSourcesTest implements LogSourcesContract, InMemoryContract {

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
    public UserId givenDriver(CompanyId company) {
        return log.givenDriver(company, "김민수");
    }

    @Override
    public void given(CompanyId company, VehicleId vehicle, Use use) {
        Use _ = log.given(company, vehicle, use);
    }

    @Override
    public void given(PlanWindow window) {
        PlanWindow _ = log.given(window);
    }

    @Override
    public void given(LogFact fact) {
        log.given(fact);
    }

    @Override
    public LogSources sources() {
        return log.sources;
    }
}
