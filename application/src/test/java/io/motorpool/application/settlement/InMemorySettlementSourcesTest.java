package io.motorpool.application.settlement;

import io.motorpool.application.route.ARoad;
import io.motorpool.application.route.Books;
import io.motorpool.application.route.Charges;
import io.motorpool.application.route.DispatchSheets;
import io.motorpool.application.route.Numbers;
import io.motorpool.application.route.Routes;
import io.motorpool.application.route.Runs;
import io.motorpool.application.route.Slots;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;

class InMemorySettlementSourcesTest implements SettlementSourcesContract, InMemoryContract {

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

    @Override
    public Settlements settlements() {
        return road.settlements;
    }

    @Override
    public SettlementSources sources() {
        return road.sources;
    }

    @Override
    public Snapshots snapshots() {
        return road.snapshots;
    }

    @Override
    public ExtraCosts costs() {
        return road.costs;
    }

    @Override
    public ErpAccounts accounts() {
        return road.accounts;
    }

    @Override
    public Books books() {
        return road.books;
    }
}
