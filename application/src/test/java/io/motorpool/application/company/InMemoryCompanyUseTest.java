package io.motorpool.application.company;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;

class InMemoryCompanyUseTest implements CompanyUseContract, InMemoryContract {

    private final InMemoryCompanyUse use = new InMemoryCompanyUse();

    @Override
    public CompanyUse use() {
        return use;
    }

    @Override
    public CompanyId givenCompany() {
        return new CompanyId(Ids.next());
    }

    @Override
    public void givenVehicle(CompanyId company) {
        use.addVehicle(company);
    }

    @Override
    public void givenFormerVehicle(CompanyId company) {}

    @Override
    public void givenReservation(CompanyId company, UserId driver) {
        use.reserve(company, driver);
    }

    @Override
    public void givenFormerReservation(CompanyId company, UserId driver) {}
}
