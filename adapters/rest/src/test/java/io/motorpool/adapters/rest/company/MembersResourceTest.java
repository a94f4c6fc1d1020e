package io.motorpool.adapters.rest.company;

import static io.motorpool.application.fleet.AFleet.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.company.MembersResource.ChangeBody;
import io.motorpool.adapters.rest.company.MembersResource.EnrolBody;
import io.motorpool.adapters.rest.company.MembersResource.LicenceBody;
import io.motorpool.adapters.rest.company.MembersResource.LicenceView;
import io.motorpool.adapters.rest.company.MembersResource.MemberBody;
import io.motorpool.application.audit.Traces;
import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.company.CompanyQueriesService;
import io.motorpool.application.company.InMemoryCompanies;
import io.motorpool.application.company.InMemoryCompanyUse;
import io.motorpool.application.company.InMemoryMembers;
import io.motorpool.application.company.LookAfterMembersService;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.LicenceClass;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembersResourceTest {

    private static final LicenceBody LICENCE = new LicenceBody("CLASS_2_ORDINARY", "2031-05-31");

    private final InMemoryCompanies companies = new InMemoryCompanies();
    private final InMemoryMembers members = new InMemoryMembers();
    private final DirectUnitOfWork unitOfWork = new DirectUnitOfWork();
    private final UUID company = givenCompany();
    private final UUID user = Ids.next();
    private final KnownCaller caller = new KnownCaller(Callers.anAdminOf(new CompanyId(company)));
    private final MembersResource resource = new MembersResource(
            new LookAfterMembersService(
                    unitOfWork,
                    companies,
                    members,
                    new InMemoryCompanyUse(),
                    (_, _) -> Uni.createFrom().voidItem(),
                    new Traces(CLOCK).journal(),
                    CLOCK,
                    Ids::next),
            new CompanyQueriesService(unitOfWork, companies, members),
            caller);

    @Test
    void an_enrolled_member_is_answered_with_its_place_and_its_version() {
        Response response = enrol(new EnrolBody(user.toString(), "김민수", "영업팀", "MEMBER", true, LICENCE));

        MemberBody body = (MemberBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/members/" + body.id());
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(body)
                .isEqualTo(new MemberBody(
                        body.id(),
                        company,
                        user,
                        "김민수",
                        "영업팀",
                        MemberRole.MEMBER,
                        true,
                        new LicenceView(LicenceClass.CLASS_2_ORDINARY, LocalDate.of(2031, 5, 31)),
                        MemberStatus.ACTIVE));
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        assertThat(wrongFields(new EnrolBody("me", "", " ", "BOSS", null, new LicenceBody("CLASS_9", "31.05.2031"))))
                .containsExactly(
                        "user",
                        "name",
                        "department",
                        "role",
                        "acceptsHandOver",
                        "licence.licenceClass",
                        "licence.expiry");
        assertThat(wrongFields(new EnrolBody(null, null, null, null, null, null)))
                .containsExactly("user", "name", "department", "role", "acceptsHandOver");
    }

    @Test
    void a_member_is_changed_and_may_lose_the_licence() {
        String id = givenMember();
        ChangeBody change = new ChangeBody("김민서", "총무팀", "COMPANY_ADMIN", false, null);

        assertThat(Responses.problem(() -> resource.change(id, null, change))).isEqualTo("428 if-match-required");

        Response changed = Responses.of(() -> resource.change(id, "\"0\"", change));

        MemberBody body = (MemberBody) changed.getEntity();
        assertThat(changed.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(body.licence()).isNull();
        assertThat(body.user()).isEqualTo(user);
        assertThat(body.role()).isEqualTo(MemberRole.COMPANY_ADMIN);
    }

    @Test
    void a_member_is_read_listed_and_retired() {
        String id = givenMember();

        Object read = Responses.of(() -> resource.one(id)).getEntity();

        assertThat(Responses.of(() -> resource.list(company.toString(), new Paging(null, null)))
                        .getEntity())
                .isEqualTo(new PageBody<>(List.of(read), null));
        assertThat(((MemberBody)
                                Responses.of(() -> resource.retire(id, "\"0\"")).getEntity())
                        .status())
                .isEqualTo(MemberStatus.RETIRED);
        assertThat(Responses.problem(() -> resource.retire(id, "\"1\""))).isEqualTo("409 member-retired");
    }

    @Test
    void members_of_another_company_are_not_there() {
        String id = givenMember();
        caller.becomes(Callers.anAdminOf(new CompanyId(givenCompany())));

        assertThat(Responses.problem(() -> resource.one(id))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.list(company.toString(), new Paging(null, null))))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.retire(id, "\"0\""))).isEqualTo("404 not-found");
    }

    @Test
    void a_user_is_enrolled_once() {
        var enrolment = new EnrolBody(user.toString(), "김민수", "영업팀", "MEMBER", true, null);

        assertThat(enrol(enrolment).getStatus()).isEqualTo(201);
        assertThat(Responses.problem(() -> resource.create(company.toString(), enrolment)))
                .isEqualTo("409 already-member");
    }

    private String givenMember() {
        Response response = enrol(new EnrolBody(user.toString(), "김민수", "영업팀", "MEMBER", true, LICENCE));
        return ((MemberBody) response.getEntity()).id().toString();
    }

    private Response enrol(EnrolBody body) {
        return Responses.of(() -> resource.create(company.toString(), body));
    }

    private List<String> wrongFields(EnrolBody body) {
        return Responses.wrongFields(() -> resource.create(company.toString(), body));
    }

    private UUID givenCompany() {
        Company given = CompanyFixtures.aCompany();
        return companies.add(given).replaceWith(given.id().value()).await().indefinitely();
    }
}
