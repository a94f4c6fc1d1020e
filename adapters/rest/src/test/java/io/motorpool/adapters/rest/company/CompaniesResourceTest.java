package io.motorpool.adapters.rest.company;

import static io.motorpool.application.fleet.AFleet.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.company.CompaniesResource.ChangeBody;
import io.motorpool.adapters.rest.company.CompaniesResource.CompanyBody;
import io.motorpool.adapters.rest.company.CompaniesResource.RegisterBody;
import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.CompanyQueriesService;
import io.motorpool.application.company.InMemoryCompanies;
import io.motorpool.application.company.InMemoryCompanyUse;
import io.motorpool.application.company.InMemoryMembers;
import io.motorpool.application.company.LookAfterCompaniesService;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.CompanyStatus;
import io.motorpool.domain.shared.CompanyId;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompaniesResourceTest {

    private static final RegisterBody HANBIT = new RegisterBody("한빛물산", "120-81-47521", "POSTPAID");

    private final Companies companies = new InMemoryCompanies();
    private final InMemoryCompanyUse use = new InMemoryCompanyUse();
    private final KnownCaller caller = new KnownCaller(Callers.anOperator());
    private final DirectUnitOfWork unitOfWork = new DirectUnitOfWork();
    private final CompaniesResource resource = new CompaniesResource(
            new LookAfterCompaniesService(unitOfWork, companies, use, new Traces(CLOCK).journal(), CLOCK, Ids::next),
            new CompanyQueriesService(unitOfWork, companies, new InMemoryMembers()),
            caller);

    @Test
    void a_registered_company_is_answered_with_its_place_and_its_version() {
        Response response = Responses.of(() -> resource.create(HANBIT));

        CompanyBody body = (CompanyBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/companies/" + body.id());
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(body)
                .isEqualTo(new CompanyBody(
                        body.id(), "한빛물산", "120-81-47521", BillingPolicy.POSTPAID, CompanyStatus.ACTIVE));
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        assertThat(Responses.wrongFields(() -> resource.create(new RegisterBody(" ", "120-81-47522", "LATER"))))
                .containsExactly("name", "businessNumber", "billingPolicy");
        assertThat(Responses.wrongFields(() -> resource.create(new RegisterBody(null, null, null))))
                .containsExactly("name", "businessNumber", "billingPolicy");
        assertThat(Responses.wrongFields(() -> resource.create(null))).containsExactly("body");
    }

    @Test
    void a_company_is_read_and_listed_as_it_was_answered() {
        CompanyBody body = givenCompany();

        Response one = Responses.of(() -> resource.one(body.id().toString()));
        Response list = Responses.of(() -> resource.list(new Paging(null, "1")));

        assertThat(one.getEntity()).isEqualTo(body);
        assertThat(one.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(list.getEntity()).isEqualTo(new PageBody<>(List.of(body), null));
    }

    @Test
    void a_change_names_the_version_it_was_decided_on() {
        String id = givenCompany().id().toString();
        ChangeBody change = new ChangeBody("한빛모빌리티", "MEMBER_CARD");

        assertThat(Responses.problem(() -> resource.change(id, null, change))).isEqualTo("428 if-match-required");
        assertThat(Responses.problem(() -> resource.change(id, "W/\"0\"", change)))
                .isEqualTo("400 invalid-request");
        assertThat(Responses.problem(() -> resource.change(id, "\"7\"", change)))
                .isEqualTo("412 stale-version");

        Response changed = Responses.of(() -> resource.change(id, "\"0\"", change));

        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(changed.getHeaderString("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_company_that_is_in_use_stays_and_one_that_is_not_leaves() {
        CompanyBody body = givenCompany();
        String id = body.id().toString();

        Response left = Responses.of(() -> resource.retire(id, "\"0\""));

        assertThat(((CompanyBody) left.getEntity()).status()).isEqualTo(CompanyStatus.RETIRED);
        CompanyBody busy = givenCompany();
        use.addVehicle(new CompanyId(busy.id()));
        assertThat(Responses.problem(() -> resource.retire(busy.id().toString(), "\"0\"")))
                .isEqualTo("409 still-in-use");
    }

    @Test
    void what_is_no_id_or_a_strangers_is_not_there() {
        String id = givenCompany().id().toString();

        assertThat(Responses.problem(() -> resource.one("1"))).isEqualTo("404 not-found");
        caller.becomes(Callers.anAdminOf(new CompanyId(Ids.next())));
        assertThat(Responses.problem(() -> resource.one(id))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.create(HANBIT))).isEqualTo("403 not-permitted");
    }

    @Test
    void a_limit_or_a_cursor_that_was_never_given_out_is_named() {
        assertThat(Responses.wrongFields(() -> resource.list(new Paging("somewhere", "101"))))
                .contains("cursor", "limit");
    }

    private CompanyBody givenCompany() {
        return (CompanyBody) Responses.of(() -> resource.create(HANBIT)).getEntity();
    }
}
