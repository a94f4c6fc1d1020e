package io.motorpool.application.company;

import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.ofCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.shared.CompanyId;
import org.junit.jupiter.api.Test;

class CompanyQueriesServiceTest {

    private static final Page.Request FIRST_PAGE = Page.Request.first();

    private final Companies companies = new InMemoryCompanies();
    private final Members members = new InMemoryMembers();
    private final CompanyQueries queries = new CompanyQueriesService(new DirectUnitOfWork(), companies, members);

    private final CompanyId own = givenCompany();
    private final CompanyId other = givenCompany();
    private final Member colleague = givenMember(own);
    private final Member stranger = givenMember(other);

    @Test
    void people_find_their_own_company_and_no_other() {
        assertThat(accepted(queries.company(aMemberOf(own), own)).id()).isEqualTo(own);
        assertThat(refused(queries.company(anAdminOf(own), other))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(queries.company(aPrivatePerson(), own))).isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void the_division_finds_every_company_but_none_that_does_not_exist() {
        assertThat(accepted(queries.company(anAuditor(), other)).id()).isEqualTo(other);
        assertThat(refused(queries.company(anAuditor(), new CompanyId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void a_list_of_companies_holds_what_the_caller_reaches() {
        assertThat(accepted(queries.companies(anAuditor(), FIRST_PAGE)).items())
                .extracting(CompanyView::id)
                .containsExactly(own, other);
        assertThat(accepted(queries.companies(aMemberOf(other), FIRST_PAGE)).items())
                .extracting(CompanyView::id)
                .containsExactly(other);
        assertThat(refused(queries.companies(aPrivatePerson(), FIRST_PAGE)))
                .isEqualTo(new NotPermitted(Permission.READ_COMPANY));
    }

    @Test
    void admins_and_the_division_read_memberships() {
        assertThat(accepted(queries.member(anAdminOf(own), colleague.id())).user())
                .isEqualTo(colleague.user());
        assertThat(accepted(queries.member(anAuditor(), stranger.id())).user()).isEqualTo(stranger.user());
        assertThat(refused(queries.member(anAdminOf(own), stranger.id()))).isEqualTo(new NotFound(Thing.MEMBER));
    }

    @Test
    void a_member_reads_the_own_membership_and_no_colleagues() {
        var caller = ofCompany(colleague.user(), own, Role.MEMBER);

        assertThat(accepted(queries.member(caller, colleague.id())).id()).isEqualTo(colleague.id());
        assertThat(refused(queries.member(aMemberOf(own), colleague.id())))
                .isEqualTo(new NotPermitted(Permission.READ_MEMBERS));
    }

    @Test
    void the_same_user_acting_for_another_company_does_not_find_the_membership() {
        var elsewhere = ofCompany(colleague.user(), other, Role.MEMBER);

        assertThat(refused(queries.member(elsewhere, colleague.id()))).isEqualTo(new NotFound(Thing.MEMBER));
    }

    @Test
    void a_list_of_members_holds_one_companys_and_is_not_for_everybody() {
        assertThat(accepted(queries.members(anAuditor(), own, FIRST_PAGE)).items())
                .extracting(MemberView::id)
                .containsExactly(colleague.id());
        assertThat(refused(queries.members(aMemberOf(own), own, FIRST_PAGE)))
                .isEqualTo(new NotPermitted(Permission.READ_MEMBERS));
        assertThat(refused(queries.members(anAdminOf(own), other, FIRST_PAGE))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(queries.members(anAuditor(), new CompanyId(Ids.next()), FIRST_PAGE)))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    private CompanyId givenCompany() {
        var company = aCompany();
        return companies.add(company).replaceWith(company.id()).await().indefinitely();
    }

    private Member givenMember(CompanyId company) {
        Member member = aMember(company);
        return members.add(member).replaceWith(member).await().indefinitely();
    }
}
