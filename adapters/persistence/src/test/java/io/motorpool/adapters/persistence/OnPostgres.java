package io.motorpool.adapters.persistence;

import io.motorpool.application.route.Books;
import io.motorpool.application.route.Charges;
import io.motorpool.application.route.DispatchSheets;
import io.motorpool.application.route.Numbers;
import io.motorpool.application.route.Routes;
import io.motorpool.application.route.Runs;
import io.motorpool.application.route.Slots;
import io.motorpool.application.settlement.ErpAccounts;
import io.motorpool.application.settlement.ExtraCosts;
import io.motorpool.application.settlement.SettlementGround;
import io.motorpool.application.settlement.SettlementSources;
import io.motorpool.application.settlement.Settlements;
import io.motorpool.application.settlement.Snapshots;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.arc.Arc;

/** The ground of routes and settlements, as it is in PostgreSQL. */
public interface OnPostgres extends SettlementGround, PostgresContract {

    static <P> P port(Class<P> type) {
        return Arc.container().instance(type).get();
    }

    @Override
    default CompanyId givenCompany() {
        return new Given(this).company();
    }

    @Override
    default Vehicle givenVehicle(CompanyId company) {
        return new Given(this).vehicle(company);
    }

    @Override
    default Routes routes() {
        return port(Routes.class);
    }

    @Override
    default Slots slots() {
        return port(Slots.class);
    }

    @Override
    default Runs runs() {
        return port(Runs.class);
    }

    @Override
    default DispatchSheets sheets() {
        return port(DispatchSheets.class);
    }

    @Override
    default Numbers numbers() {
        return port(Numbers.class);
    }

    @Override
    default Charges charges() {
        return port(Charges.class);
    }

    @Override
    default Settlements settlements() {
        return port(Settlements.class);
    }

    @Override
    default SettlementSources sources() {
        return port(SettlementSources.class);
    }

    @Override
    default Snapshots snapshots() {
        return port(Snapshots.class);
    }

    @Override
    default ExtraCosts costs() {
        return port(ExtraCosts.class);
    }

    @Override
    default ErpAccounts accounts() {
        return port(ErpAccounts.class);
    }

    @Override
    default Books books() {
        return port(Books.class);
    }
}
