package io.motorpool.application.reconciliation;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.InMemoryCompanies;
import io.motorpool.application.company.InMemoryMembers;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.InMemoryVehicles;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ZoneId;

class InMemoryMasterRecordsTest implements MasterRecordsContract, InMemoryContract {

    private final Companies companies = new InMemoryCompanies();
    private final Vehicles vehicles = new InMemoryVehicles();
    private final Members members = new InMemoryMembers();

    @Override
    public MasterRecords records() {
        return new InMemoryMasterRecords(companies, vehicles, members);
    }

    @Override
    public Companies companies() {
        return companies;
    }

    @Override
    public Vehicles vehicles() {
        return vehicles;
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public ZoneId givenZone(CompanyId company) {
        return new ZoneId(Ids.next());
    }
}
