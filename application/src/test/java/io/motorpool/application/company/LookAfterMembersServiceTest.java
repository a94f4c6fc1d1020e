package io.motorpool.application.company;

import static io.motorpool.application.company.CompanyFixtures.A_LICENCE;
import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.company.CompanyFixtures.profile;
import static io.motorpool.application.company.CompanyFixtures.retired;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.LookAfterMembers.Change;
import io.motorpool.application.company.LookAfterMembers.Enrolment;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyEvent.MemberChanged;
import io.motorpool.domain.company.CompanyEvent.MemberEnrolled;
import io.motorpool.domain.company.CompanyEvent.MemberLeft;
import io.motorpool.domain.company.CompanyRefusal.AlreadyMember;
import io.motorpool.domain.company.CompanyRefusal.CompanyRetired;
import io.motorpool.domain.company.CompanyRefusal.MemberRetired;
import io.motorpool.domain.company.CompanyRefusal.StillInUse;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAfterMembersServiceTest {

    private static final Instant NOW = Instant.parse("2027-03-02T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Companies companies = new InMemoryCompanies();
    private final InMemoryCompanyUse use = new InMemoryCompanyUse();
    private final Traces traces = new Traces(CLOCK);
    private final List<UserId> gone = new ArrayList<>();
    private final LookAfterMembers service = new LookAfterMembersService(
            new DirectUnitOfWork(),
            companies,
            new InMemoryMembers(),
            use,
            (left, _) -> Uni.createFrom().voidItem().invoke(() -> gone.add(left.user())),
            traces.journal(),
            CLOCK,
            Ids::next);

    private final CompanyId company = givenCompany(aCompany());
    private final Caller admin = anAdminOf(company);
    private final UserId user = new UserId(Ids.next());

    @Test
    void an_enrolled_user_is_a_member_announced_by_id_only() {
        MemberView member = accepted(service.enrol(enrolment(admin)));

        assertThat(member.status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(member.version()).isEqualTo(Version.FIRST);
        assertThat(traces.facts()).containsExactly(new MemberEnrolled(member.id(), company, user, NOW));
    }

    @Test
    void the_record_of_a_deed_never_holds_a_whole_name() {
        succeeds(service.enrol(enrolment(admin)));

        assertThat(traces.deeds())
                .singleElement()
                .satisfies(deed -> assertThat(deed.after())
                        .containsEntry("name", "김*수")
                        .containsEntry("licenceClass", "CLASS_1_ORDINARY")
                        .containsEntry("licenceExpiry", "2031-05-31"));
        assertThat(traces.deeds().toString()).doesNotContain("김민수");
    }

    @Test
    void the_division_enrols_members_of_any_company_and_admins_of_their_own() {
        CompanyId other = givenCompany(aCompany());

        succeeds(service.enrol(enrolment(anOperator())));
        assertThat(refused(service.enrol(enrolment(anAdminOf(other))))).isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void members_and_auditors_enrol_nobody() {
        var notPermitted = new NotPermitted(Permission.MANAGE_MEMBERS);

        assertThat(refused(service.enrol(enrolment(aMemberOf(company))))).isEqualTo(notPermitted);
        assertThat(refused(service.enrol(enrolment(anAuditor())))).isEqualTo(notPermitted);
    }

    @Test
    void nobody_is_enrolled_in_a_company_that_is_not_there_or_has_left() {
        CompanyId left = givenCompany(retired(aCompany()));
        CompanyId unknown = new CompanyId(Ids.next());

        assertThat(refused(service.enrol(new Enrolment(anOperator(), left, user, profile("김민수"), null))))
                .isEqualTo(new CompanyRetired());
        assertThat(refused(service.enrol(new Enrolment(anOperator(), unknown, user, profile("김민수"), null))))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void a_user_who_is_a_member_is_not_enrolled_again() {
        succeeds(service.enrol(enrolment(admin)));

        assertThat(refused(service.enrol(enrolment(admin)))).isEqualTo(new AlreadyMember());
        assertThat(traces.facts()).hasSize(1);
    }

    @Test
    void a_user_who_comes_back_takes_up_the_old_membership() {
        MemberView first = accepted(service.enrol(enrolment(admin)));
        MemberView left = accepted(service.retire(admin, first.id(), first.version()));

        MemberView back = accepted(service.enrol(enrolment(admin)));

        assertThat(back.id()).isEqualTo(first.id());
        assertThat(back.status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(back.version()).isEqualTo(left.version().next());
        assertThat(traces.facts()).last().isEqualTo(new MemberEnrolled(first.id(), company, user, NOW));
        assertThat(traces.deeds().getLast().before()).containsEntry("status", "RETIRED");
    }

    @Test
    void of_several_admins_who_take_someone_back_at_once_one_succeeds() {
        MemberView first = accepted(service.enrol(enrolment(admin)));
        succeeds(service.retire(admin, first.id(), first.version()));

        var answers =
                AtOnce.times(4, () -> service.enrol(enrolment(admin)).await().indefinitely());

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Decision.Refused.class::isInstance)
                .containsOnly(Decision.refuse(new AlreadyMember()));
    }

    @Test
    void a_changed_member_keeps_the_user_and_may_lose_the_licence() {
        MemberView member = accepted(service.enrol(enrolment(admin)));

        MemberView changed =
                accepted(service.change(new Change(admin, member.id(), member.version(), profile("김민서"), null)));

        assertThat(changed.user()).isEqualTo(user);
        assertThat(changed.licence()).isNull();
        assertThat(changed.version()).isEqualTo(member.version().next());
        assertThat(traces.facts()).last().isEqualTo(new MemberChanged(member.id(), company, user, NOW));
    }

    @Test
    void a_stranger_does_not_find_the_member_and_an_old_version_is_refused() {
        MemberView member = accepted(service.enrol(enrolment(admin)));
        Caller stranger = anAdminOf(givenCompany(aCompany()));

        assertThat(refused(service.retire(stranger, member.id(), member.version())))
                .isEqualTo(new NotFound(Thing.MEMBER));
        assertThat(refused(service.change(new Change(admin, member.id(), new Version(7), profile("김민수"), A_LICENCE))))
                .isEqualTo(new Stale(new Version(7), Version.FIRST));
    }

    @Test
    void a_member_leaves_once_and_only_when_no_reservation_waits() {
        MemberView member = accepted(service.enrol(enrolment(admin)));
        UserId colleague = new UserId(Ids.next());
        use.reserve(company, colleague);

        MemberView left = accepted(service.retire(admin, member.id(), member.version()));

        assertThat(left.status()).isEqualTo(MemberStatus.RETIRED);
        assertThat(traces.facts()).last().isEqualTo(new MemberLeft(member.id(), company, user, NOW));
        assertThat(refused(service.retire(admin, left.id(), left.version()))).isEqualTo(new MemberRetired());
        assertThat(gone).as("companions are told once").containsExactly(user);
    }

    @Test
    void a_member_for_whom_a_reservation_waits_stays() {
        MemberView member = accepted(service.enrol(enrolment(admin)));
        use.reserve(company, user);

        assertThat(refused(service.retire(admin, member.id(), member.version())))
                .isEqualTo(new StillInUse(1, 0));
        assertThat(gone).isEmpty();
    }

    private Enrolment enrolment(Caller caller) {
        return new Enrolment(caller, company, user, profile("김민수"), A_LICENCE);
    }

    private CompanyId givenCompany(Company given) {
        return companies.add(given).replaceWith(given.id()).await().indefinitely();
    }
}
