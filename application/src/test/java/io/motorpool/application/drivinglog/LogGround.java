package io.motorpool.application.drivinglog;

import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;

/** What a store needs to have before it can say anything about a log. */
public interface LogGround extends PortContract {

    CompanyId givenCompany();

    VehicleId givenVehicle(CompanyId company);
}
