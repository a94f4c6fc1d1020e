package io.motorpool.application.route;

import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;

class InMemoryDispatchSheetsTest implements DispatchSheetsContract, InMemoryContract {

    private final ARoad road = new ARoad();

    @Override
    public CompanyId givenCompany() {
        return road.givenCompany();
    }

    @Override
    public Vehicle givenVehicle(CompanyId company) {
        return road.givenVehicle(company);
    }

    @Override
    public Routes routes() {
        return road.routes;
    }

    @Override
    public Slots slots() {
        return road.slots;
    }

    @Override
    public Runs runs() {
        return road.runs;
    }

    @Override
    public DispatchSheets sheets() {
        return road.sheets;
    }

    @Override
    public Numbers numbers() {
        return road.numbers;
    }

    @Override
    public Charges charges() {
        return road.charges;
    }
}
