package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.identity.Memberships;
import io.motorpool.application.identity.MembershipsContract;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresMembershipsTest implements MembershipsContract, PostgresContract {

    private final Given given = new Given(this);

    @Inject
    Memberships memberships;

    @Override
    public Memberships memberships() {
        return memberships;
    }

    @Override
    public UserId givenUser() {
        return new GivenUsers(this).active().id();
    }

    @Override
    public Membership givenMembership(UserId user, MemberRole role) {
        var company = given.storedCompany();
        Member like = CompanyFixtures.aMember(company.id(), user);
        MemberProfile profile = like.profile();
        Member _ = given.member(new Member(
                like.id(),
                company.id(),
                user,
                new MemberProfile(profile.name(), profile.department(), role, profile.acceptsHandOver()),
                like.licence(),
                MemberStatus.ACTIVE));
        return new Membership(company.id(), company.name(), role);
    }

    @Override
    public CompanyId givenEndedMembership(UserId user) {
        CompanyId company = given.company();
        Member like = CompanyFixtures.aMember(company, user);
        Member _ = given.member(
                new Member(like.id(), company, user, like.profile(), like.licence(), MemberStatus.RETIRED));
        return company;
    }

    @Override
    public CompanyId givenMembershipInCompanyThatLeft(UserId user) {
        CompanyId company = givenMembership(user, MemberRole.MEMBER).company();
        given("UPDATE company SET status = 'RETIRED' WHERE id = :company", Map.of("company", company.value()));
        return company;
    }
}
