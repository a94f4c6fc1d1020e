package io.motorpool.adapters.rest.identity;

import static io.motorpool.adapters.rest.identity.Given.COMPANY;
import static io.motorpool.adapters.rest.identity.Given.OFFICE;
import static io.motorpool.adapters.rest.identity.Given.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.identity.ServiceAccountBody.KeyBody;
import io.motorpool.adapters.rest.identity.ServiceAccountBody.KeyView;
import io.motorpool.adapters.rest.identity.ServiceAccountsResource.ChangeBody;
import io.motorpool.adapters.rest.identity.ServiceAccountsResource.RegistrationBody;
import io.motorpool.application.identity.LookAfterServiceAccounts;
import io.motorpool.application.identity.ServiceAccountQueries;
import io.motorpool.application.identity.ServiceAccountView;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.IdentityRefusal.TooManyKeys;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceAccountsResourceTest {

    private static final Caller OPERATOR = Callers.anOperator();
    private static final KeyBody KEY = new KeyBody("RSA", ExampleKey.MODULUS, "AQAB");
    private static final RsaPublicKey PUBLIC = RsaPublicKey.of(ExampleKey.MODULUS, "AQAB");
    private static final ProfileBody FOR_THE_COMPANY = new ProfileBody("BUSINESS", COMPANY.toString());
    private static final ServiceAccountView VIEW = new ServiceAccountView(
            USER, "정산 서버", new Profile.Division(), Role.AUDITOR, List.of(PUBLIC), true, new Version(3));

    private final List<Object> asked = new ArrayList<>();
    private Uni<Decision<ServiceAccountView, Refusal>> answer = Given.accepted(VIEW);
    private final ServiceAccountsResource resource =
            new ServiceAccountsResource(new Noted(), new Found(), new KnownCaller(OPERATOR), () -> OFFICE);

    private final class Noted implements LookAfterServiceAccounts {

        @Override
        public Uni<Decision<ServiceAccountView, Refusal>> register(Registration registration) {
            return note(registration);
        }

        @Override
        public Uni<Decision<ServiceAccountView, Refusal>> change(Change change) {
            return note(change);
        }

        @Override
        public Uni<Decision<ServiceAccountView, Refusal>> addKey(Existing account, RsaPublicKey key) {
            return note("add", account, key);
        }

        @Override
        public Uni<Decision<ServiceAccountView, Refusal>> removeKey(Existing account, KeyId key) {
            return note("remove", account, key);
        }

        @Override
        public Uni<Decision<ServiceAccountView, Refusal>> disable(Existing account) {
            return note("disable", account);
        }

        @Override
        public Uni<Decision<ServiceAccountView, Refusal>> enable(Existing account) {
            return note("enable", account);
        }

        private Uni<Decision<ServiceAccountView, Refusal>> note(Object... what) {
            asked.addAll(List.of(what));
            return answer;
        }
    }

    private final class Found implements ServiceAccountQueries {

        @Override
        public Uni<Decision<ServiceAccountView, Refusal>> account(Caller caller, UserId account) {
            asked.addAll(List.of(caller, account));
            return answer;
        }

        @Override
        public Uni<Decision<Page<ServiceAccountView>, Refusal>> accounts(Caller caller, Page.Request page) {
            asked.addAll(List.of(caller, page));
            return Given.accepted(new Page<>(List.of(VIEW), Optional.empty()));
        }
    }

    @Test
    void a_registered_service_is_answered_with_its_place_its_version_and_its_key() {
        Response response = Responses.of(
                () -> resource.register(new RegistrationBody("정산 서버", FOR_THE_COMPANY, "COMPANY_ADMIN", KEY)));

        ServiceAccountBody body = (ServiceAccountBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/service-accounts/" + USER);
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"3\"");
        assertThat(body.keys()).containsExactly(new KeyView(PUBLIC.id().value(), "RSA", ExampleKey.MODULUS, "AQAB"));
        assertThat(asked)
                .containsExactly(new LookAfterServiceAccounts.Registration(
                        OPERATOR, "정산 서버", new Profile.Business(COMPANY), Role.COMPANY_ADMIN, PUBLIC, OFFICE));
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        assertThat(Responses.wrongFields(() -> resource.register(new RegistrationBody(
                        "", new ProfileBody("BUSINESS", "mine"), "BOSS", new KeyBody("EC", "?", null)))))
                .containsExactly("name", "profile.company", "role", "key.kty", "key.e");
        assertThat(Responses.wrongFields(() -> resource.register(new RegistrationBody(null, null, null, null))))
                .containsExactly("name", "profile", "role", "key");
        assertThat(Responses.wrongFields(
                        () -> resource.register(new RegistrationBody("정산 서버", FOR_THE_COMPANY, "OPERATOR", KEY))))
                .containsExactly("role");
        assertThat(Responses.wrongFields(() -> resource.register(
                        new RegistrationBody("정산 서버", new ProfileBody("PERSONAL", null), "MEMBER", KEY))))
                .containsExactly("role");
        assertThat(Responses.wrongFields(
                        () -> resource.addKey(USER.toString(), "\"3\"", new KeyBody("RSA", "AQAB", "AQAB"))))
                .containsExactly("n");
        assertThat(asked).isEmpty();
    }

    @Test
    void steps_are_taken_on_the_version_that_was_read() {
        String id = USER.toString();
        String kid = PUBLIC.id().value();
        var account = new LookAfterServiceAccounts.Existing(OPERATOR, USER, new Version(3), OFFICE);

        mustBeOk(Responses.of(() ->
                resource.change(id, "\"3\"", new ChangeBody("감사", new ProfileBody("DIVISION", null), "AUDITOR"))));
        mustBeOk(Responses.of(() -> resource.addKey(id, "\"3\"", KEY)));
        mustBeOk(Responses.of(() -> resource.removeKey(id, kid, "\"3\"")));
        mustBeOk(Responses.of(() -> resource.disable(id, "\"3\"")));
        mustBeOk(Responses.of(() -> resource.enable(id, "\"3\"")));

        assertThat(asked)
                .containsExactly(
                        new LookAfterServiceAccounts.Change(account, "감사", new Profile.Division(), Role.AUDITOR),
                        "add",
                        account,
                        PUBLIC,
                        "remove",
                        account,
                        PUBLIC.id(),
                        "disable",
                        account,
                        "enable",
                        account);
        assertThat(Responses.problem(() -> resource.disable(id, null))).isEqualTo("428 if-match-required");
        assertThat(Responses.problem(() -> resource.removeKey(id, "key", "\"3\"")))
                .isEqualTo("404 not-found");
    }

    @Test
    void a_service_has_no_more_keys_than_it_needs_to_change_one() {
        answer = Given.refused(new TooManyKeys(2));

        assertThat(Responses.problem(() -> resource.addKey(USER.toString(), "\"3\"", KEY)))
                .isEqualTo("409 too-many-keys");
    }

    @Test
    void services_are_read_and_listed() {
        Response one = Responses.of(() -> resource.one(USER.toString()));
        Object page = Responses.of(() -> resource.list(new Paging(null, null))).getEntity();

        assertThat(one.getHeaderString("ETag")).isEqualTo("\"3\"");
        assertThat(page).isEqualTo(new PageBody<>(List.of(ServiceAccountBody.of(VIEW)), null));
        assertThat(asked).containsExactly(OPERATOR, USER, OPERATOR, Page.Request.first());
    }

    private static void mustBeOk(Response response) {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"3\"");
    }
}
