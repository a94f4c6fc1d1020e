package io.motorpool.application.identity;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.Clock;

class InMemoryMembershipsTest implements MembershipsContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public Memberships memberships() {
        return identity.memberships;
    }

    @Override
    public UserId givenUser() {
        return new UserId(Ids.next());
    }

    @Override
    public Membership givenMembership(UserId user, MemberRole role) {
        return identity.memberships.give(user, new CompanyId(Ids.next()), role);
    }

    @Override
    public CompanyId givenEndedMembership(UserId user) {
        CompanyId company = givenMembership(user, MemberRole.MEMBER).company();
        identity.memberships.take(user, company);
        return company;
    }

    @Override
    public CompanyId givenMembershipInCompanyThatLeft(UserId user) {
        return givenEndedMembership(user);
    }
}
