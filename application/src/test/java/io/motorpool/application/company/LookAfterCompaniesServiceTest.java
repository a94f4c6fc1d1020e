package io.motorpool.application.company;

import static io.motorpool.application.company.CompanyFixtures.aBusinessNumber;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.LookAfterCompanies.Change;
import io.motorpool.application.company.LookAfterCompanies.Registration;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.CompanyEvent.CompanyChanged;
import io.motorpool.domain.company.CompanyEvent.CompanyLeft;
import io.motorpool.domain.company.CompanyEvent.CompanyRegistered;
import io.motorpool.domain.company.CompanyRefusal.BusinessNumberTaken;
import io.motorpool.domain.company.CompanyRefusal.CompanyRetired;
import io.motorpool.domain.company.CompanyRefusal.StillInUse;
import io.motorpool.domain.company.CompanyStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookAfterCompaniesServiceTest {

    private static final Instant NOW = Instant.parse("2027-03-02T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Caller OPERATOR = anOperator();
    private static final BusinessNumber NUMBER = aBusinessNumber();

    private final Companies companies = new InMemoryCompanies();
    private final InMemoryCompanyUse use = new InMemoryCompanyUse();
    private final Traces traces = new Traces(CLOCK);
    private final LookAfterCompanies service =
            new LookAfterCompaniesService(new DirectUnitOfWork(), companies, use, traces.journal(), CLOCK, Ids::next);

    @Test
    void a_registered_company_is_active_announced_and_on_record() {
        CompanyView company = accepted(service.register(registration(OPERATOR)));

        assertThat(company)
                .isEqualTo(new CompanyView(
                        company.id(), "한빛전자", NUMBER, BillingPolicy.POSTPAID, CompanyStatus.ACTIVE, Version.FIRST));
        assertThat(traces.facts()).containsExactly(new CompanyRegistered(company.id(), NOW));
        assertThat(traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.action()).isEqualTo("register-company");
            assertThat(deed.actor()).isEqualTo(OPERATOR.user());
            assertThat(deed.role()).isEqualTo(Role.OPERATOR);
            assertThat(deed.company()).isEqualTo(company.id());
            assertThat(deed.before()).isEmpty();
            assertThat(deed.after())
                    .isEqualTo(Map.of(
                            "name", "한빛전자",
                            "businessNumber", NUMBER.written(),
                            "billingPolicy", "POSTPAID",
                            "status", "ACTIVE"));
        });
    }

    @Test
    void a_business_number_that_is_taken_is_refused_and_nothing_is_announced() {
        var _ = givenCompany();
        int announced = traces.facts().size();

        assertThat(refused(service.register(registration(OPERATOR)))).isEqualTo(new BusinessNumberTaken(NUMBER));
        assertThat(traces.facts()).hasSize(announced);
    }

    @Test
    void only_operators_register_companies() {
        var notPermitted = new NotPermitted(Permission.REGISTER_COMPANY);

        assertThat(refused(service.register(registration(aSupportAgent())))).isEqualTo(notPermitted);
        assertThat(refused(service.register(registration(anAdminOf(new CompanyId(Ids.next()))))))
                .isEqualTo(notPermitted);
        assertThat(refused(service.register(registration(aPrivatePerson())))).isEqualTo(notPermitted);
    }

    @Test
    void a_name_that_is_no_name_is_the_callers_bug() {
        assertThatThrownBy(() -> new Registration(OPERATOR, " ", NUMBER, BillingPolicy.POSTPAID))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Change(
                        OPERATOR, new CompanyId(Ids.next()), Version.FIRST, "x".repeat(101), BillingPolicy.POSTPAID))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_changed_company_has_its_next_version_and_the_record_tells_before_and_after() {
        CompanyView company = givenCompany();

        CompanyView changed = accepted(service.change(change(OPERATOR, company)));

        assertThat(changed.name()).isEqualTo("한빛모빌리티");
        assertThat(changed.version()).isEqualTo(company.version().next());
        assertThat(traces.facts()).last().isEqualTo(new CompanyChanged(company.id(), NOW));
        AuditEntry deed = traces.deeds().getLast();
        assertThat(deed.before()).containsEntry("name", "한빛전자").containsEntry("billingPolicy", "POSTPAID");
        assertThat(deed.after()).containsEntry("name", "한빛모빌리티").containsEntry("billingPolicy", "MEMBER_CARD");
    }

    @Test
    void a_change_decided_on_an_old_version_is_refused() {
        CompanyView company = givenCompany();
        succeeds(service.change(change(OPERATOR, company)));

        assertThat(refused(service.change(change(OPERATOR, company))))
                .isEqualTo(new Stale(Version.FIRST, Version.FIRST.next()));
    }

    @Test
    void a_company_that_is_not_there_and_one_that_is_a_strangers_are_not_told_apart() {
        CompanyView company = givenCompany();
        CompanyView unknown = new CompanyView(
                new CompanyId(Ids.next()), "x", NUMBER, BillingPolicy.POSTPAID, CompanyStatus.ACTIVE, Version.FIRST);

        assertThat(refused(service.change(change(OPERATOR, unknown)))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.change(change(anAdminOf(unknown.id()), company))))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.retire(anAdminOf(unknown.id()), company.id(), new Version(7))))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void a_companys_own_admin_sees_it_but_may_not_change_it() {
        CompanyView company = givenCompany();

        assertThat(refused(service.change(change(anAdminOf(company.id()), company))))
                .isEqualTo(new NotPermitted(Permission.CHANGE_COMPANY));
    }

    @Test
    void a_company_without_vehicles_and_reservations_leaves() {
        CompanyView company = givenCompany();

        CompanyView left = accepted(service.retire(OPERATOR, company.id(), company.version()));

        assertThat(left.status()).isEqualTo(CompanyStatus.RETIRED);
        assertThat(traces.facts()).last().isEqualTo(new CompanyLeft(company.id(), NOW));
        assertThat(refused(service.change(change(OPERATOR, left)))).isEqualTo(new CompanyRetired());
        assertThat(refused(service.retire(OPERATOR, left.id(), left.version()))).isEqualTo(new CompanyRetired());
    }

    @Test
    void a_company_that_still_has_vehicles_or_reservations_stays() {
        CompanyView company = givenCompany();
        use.addVehicle(company.id());
        use.addVehicle(company.id());
        use.reserve(company.id(), new UserId(Ids.next()));

        assertThat(refused(service.retire(OPERATOR, company.id(), company.version())))
                .isEqualTo(new StillInUse(1, 2));
    }

    private CompanyView givenCompany() {
        return accepted(service.register(registration(OPERATOR)));
    }

    private static Registration registration(Caller caller) {
        return new Registration(caller, "한빛전자", NUMBER, BillingPolicy.POSTPAID);
    }

    private static Change change(Caller caller, CompanyView seen) {
        return new Change(caller, seen.id(), seen.version(), "한빛모빌리티", BillingPolicy.MEMBER_CARD);
    }
}
