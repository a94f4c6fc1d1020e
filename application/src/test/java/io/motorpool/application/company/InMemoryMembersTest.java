package io.motorpool.application.company;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;

class InMemoryMembersTest implements MembersContract, InMemoryContract {

    private final Members members = new InMemoryMembers();

    @Override
    public Members members() {
        return members;
    }

    @Override
    public CompanyId givenOwner() {
        return new CompanyId(Ids.next());
    }
}
