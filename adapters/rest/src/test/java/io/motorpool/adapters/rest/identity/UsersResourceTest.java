package io.motorpool.adapters.rest.identity;

import static io.motorpool.adapters.rest.identity.Given.OFFICE;
import static io.motorpool.adapters.rest.identity.Given.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.identity.UsersResource.InvitationBody;
import io.motorpool.adapters.rest.identity.UsersResource.RolesBody;
import io.motorpool.application.identity.LookAfterUsers;
import io.motorpool.application.identity.UserQueries;
import io.motorpool.application.identity.UserView;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal.EmailTaken;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.identity.UserStatus;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersResourceTest {

    private static final Caller OPERATOR = Callers.anOperator();
    private static final EmailAddress EMAIL = new EmailAddress("jiwoo.park@motorpool.example");
    private static final PersonName NAME = new PersonName("박지우");
    private static final DivisionRoles SUPPORT = DivisionRoles.of(Role.SUPPORT_AGENT);
    private static final UserView VIEW = new UserView(USER, EMAIL, NAME, SUPPORT, UserStatus.INVITED, new Version(3));

    private final List<Object> asked = new ArrayList<>();
    private Uni<Decision<UserView, Refusal>> answer = Given.accepted(VIEW);
    private final UsersResource resource =
            new UsersResource(new Noted(), new Found(), new KnownCaller(OPERATOR), () -> OFFICE);

    private final class Noted implements LookAfterUsers {

        @Override
        public Uni<Decision<UserView, Refusal>> invite(Invitation invitation) {
            return note(invitation);
        }

        @Override
        public Uni<Decision<UserView, Refusal>> sendLetter(Caller caller, UserId user, SourceNetwork from) {
            return note("letter", caller, user, from);
        }

        @Override
        public Uni<Decision<UserView, Refusal>> changeRoles(RolesChange change) {
            return note(change);
        }

        @Override
        public Uni<Decision<UserView, Refusal>> disable(Caller caller, UserId user, Version seen, SourceNetwork from) {
            return note("disable", caller, user, seen, from);
        }

        @Override
        public Uni<Decision<UserView, Refusal>> enable(Caller caller, UserId user, Version seen, SourceNetwork from) {
            return note("enable", caller, user, seen, from);
        }

        private Uni<Decision<UserView, Refusal>> note(Object... what) {
            asked.addAll(List.of(what));
            return answer;
        }
    }

    private final class Found implements UserQueries {

        @Override
        public Uni<Decision<UserView, Refusal>> user(Caller caller, UserId user) {
            asked.addAll(List.of(caller, user));
            return answer;
        }

        @Override
        public Uni<Decision<Page<UserView>, Refusal>> users(Caller caller, Page.Request page) {
            asked.addAll(List.of(caller, page));
            return Given.accepted(new Page<>(List.of(VIEW), Optional.empty()));
        }

        @Override
        public Uni<Decision<Myself, Refusal>> myself(Caller caller) {
            throw new AssertionError("nobody asked for themselves");
        }
    }

    @Test
    void whoever_is_invited_is_answered_with_their_place_and_version() {
        Response response = Responses.of(() ->
                resource.invite(new InvitationBody(" JiWoo.Park@motorpool.example", "박지우", List.of("SUPPORT_AGENT"))));

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/users/" + USER);
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"3\"");
        assertThat(response.getEntity())
                .isEqualTo(new UserBody(
                        USER.value(), EMAIL.value(), "박지우", List.of(Role.SUPPORT_AGENT), UserStatus.INVITED));
        assertThat(asked).containsExactly(new LookAfterUsers.Invitation(OPERATOR, EMAIL, NAME, SUPPORT, OFFICE));
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        assertThat(Responses.wrongFields(() ->
                        resource.invite(new InvitationBody("jiwoo", "", Arrays.asList("BOSS", null, "OPERATOR")))))
                .containsExactly("email", "name", "roles[0]", "roles[1]");
        assertThat(Responses.wrongFields(() -> resource.invite(new InvitationBody(null, null, null))))
                .containsExactly("email", "name", "roles");
        assertThat(Responses.wrongFields(
                        () -> resource.changeRoles(USER.toString(), "\"3\"", new RolesBody(List.of("MEMBER")))))
                .containsExactly("roles");
        assertThat(Responses.wrongFields(() -> resource.changeRoles(
                        USER.toString(), "\"3\"", new RolesBody(Collections.nCopies(11, "AUDITOR")))))
                .containsExactly("roles");
        assertThat(asked).isEmpty();
    }

    @Test
    void an_address_that_is_taken_is_a_conflict() {
        answer = Given.refused(new EmailTaken());

        assertThat(Responses.problem(() -> resource.invite(new InvitationBody(EMAIL.value(), "박지우", List.of()))))
                .isEqualTo("409 email-taken");
    }

    @Test
    void steps_are_taken_on_the_version_that_was_read() {
        String id = USER.toString();
        Version third = new Version(3);

        mustBeOk(Responses.of(() -> resource.changeRoles(id, "\"3\"", new RolesBody(List.of("SUPPORT_AGENT")))));
        mustBeOk(Responses.of(() -> resource.disable(id, "\"3\"")));
        mustBeOk(Responses.of(() -> resource.enable(id, "\"3\"")));
        mustBeOk(Responses.of(() -> resource.sendLetter(id)));

        assertThat(asked)
                .containsExactly(
                        new LookAfterUsers.RolesChange(OPERATOR, USER, third, SUPPORT, OFFICE),
                        "disable",
                        OPERATOR,
                        USER,
                        third,
                        OFFICE,
                        "enable",
                        OPERATOR,
                        USER,
                        third,
                        OFFICE,
                        "letter",
                        OPERATOR,
                        USER,
                        OFFICE);
        assertThat(Responses.problem(() -> resource.disable(id, null))).isEqualTo("428 if-match-required");
        assertThat(Responses.problem(() -> resource.enable(id, null))).isEqualTo("428 if-match-required");
        assertThat(Responses.problem(() -> resource.changeRoles(id, null, new RolesBody(List.of()))))
                .isEqualTo("428 if-match-required");
    }

    @Test
    void users_are_read_and_listed() {
        Response one = Responses.of(() -> resource.one(USER.toString()));
        Object page = Responses.of(() -> resource.list(new Paging(null, "7"))).getEntity();

        assertThat(one.getHeaderString("ETag")).isEqualTo("\"3\"");
        assertThat(page).isEqualTo(new PageBody<>(List.of(UserBody.of(VIEW)), null));
        assertThat(asked).containsExactly(OPERATOR, USER, OPERATOR, new Page.Request(7, Optional.empty()));
        assertThat(Responses.problem(() -> resource.one("jiwoo"))).isEqualTo("404 not-found");
    }

    private static void mustBeOk(Response response) {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"3\"");
    }
}
