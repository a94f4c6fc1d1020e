package io.motorpool.adapters.rest.identity;

import static io.motorpool.adapters.rest.identity.Given.COMPANY;
import static io.motorpool.adapters.rest.identity.Given.NOON;
import static io.motorpool.adapters.rest.identity.Given.OFFICE;
import static io.motorpool.adapters.rest.identity.Given.SESSION;
import static io.motorpool.adapters.rest.identity.Given.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.identity.MyselfResource.MembershipBody;
import io.motorpool.adapters.rest.identity.MyselfResource.MyselfBody;
import io.motorpool.adapters.rest.identity.MyselfResource.PasswordBody;
import io.motorpool.adapters.rest.identity.SessionBody.EndedBody;
import io.motorpool.application.identity.ChangePassword;
import io.motorpool.application.identity.SessionQueries;
import io.motorpool.application.identity.SessionView;
import io.motorpool.application.identity.SignOut;
import io.motorpool.application.identity.UserQueries;
import io.motorpool.application.identity.UserView;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal.PasswordWrong;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.identity.UserStatus;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MyselfResourceTest {

    private static final Caller ADMIN = new Caller(USER, new Profile.Business(COMPANY), Set.of(Role.COMPANY_ADMIN));
    private static final UserView VIEW = new UserView(
            USER,
            new EmailAddress("minsu.kim@hanbit.example"),
            new PersonName("김민수"),
            DivisionRoles.NONE,
            UserStatus.ACTIVE,
            Version.FIRST);
    private static final SessionView PHONE =
            new SessionView(SESSION, USER, new DeviceLabel("phone"), ADMIN.profile(), NOON, NOON, NOON.plusSeconds(60));

    private final List<Object> asked = new ArrayList<>();
    private Uni<Decision<Integer, Refusal>> changed = Given.accepted(2);
    private final Asked ports = new Asked();
    private final KnownCaller caller = new KnownCaller(ADMIN);
    private final MyselfResource resource = new MyselfResource(ports, ports, ports, ports, caller, () -> OFFICE);

    private final class Asked implements UserQueries, SessionQueries, SignOut, ChangePassword {

        @Override
        public Uni<Decision<Myself, Refusal>> myself(Caller who) {
            return Given.accepted(new Myself(VIEW, List.of(new Membership(COMPANY, "한빛물산", MemberRole.COMPANY_ADMIN))));
        }

        @Override
        public Uni<Decision<Page<SessionView>, Refusal>> own(Caller who, Page.Request page) {
            asked.addAll(List.of(who, page));
            return Given.accepted(new Page<>(List.of(PHONE), Optional.empty()));
        }

        @Override
        public Uni<Decision<Integer, Refusal>> everywhere(Caller who, SourceNetwork network) {
            asked.addAll(List.of(who, network));
            return Given.accepted(3);
        }

        @Override
        public Uni<Decision<Integer, Refusal>> change(Change change) {
            asked.add(change);
            return changed;
        }

        @Override
        public Uni<Decision<UserView, Refusal>> user(Caller who, UserId user) {
            throw new AssertionError("not about oneself");
        }

        @Override
        public Uni<Decision<Page<UserView>, Refusal>> users(Caller who, Page.Request page) {
            throw new AssertionError("not about oneself");
        }

        @Override
        public Uni<Decision<Page<SessionView>, Refusal>> of(Caller who, UserId user, Page.Request page) {
            throw new AssertionError("not about oneself");
        }

        @Override
        public Uni<Decision<SessionId, Refusal>> from(Caller who, SessionId session, SourceNetwork network) {
            throw new AssertionError("not about oneself");
        }

        @Override
        public Uni<Void> with(String token, SourceNetwork network) {
            throw new AssertionError("not about oneself");
        }

        @Override
        public Uni<Decision<Integer, Refusal>> everywhere(Caller who, UserId user, SourceNetwork network) {
            throw new AssertionError("not about oneself");
        }
    }

    @Test
    void whoever_asks_learns_who_they_are_what_they_may_do_and_as_what_they_can_act() {
        MyselfBody body = (MyselfBody) Responses.of(resource::myself).getEntity();

        assertThat(body.user()).isEqualTo(UserBody.of(VIEW));
        assertThat(body.profile()).isEqualTo(new ProfileBody("BUSINESS", COMPANY.toString()));
        assertThat(body.roles()).containsExactly(Role.COMPANY_ADMIN);
        assertThat(body.permissions()).contains(Permission.MANAGE_MEMBERS).doesNotContain(Permission.MANAGE_FLEET);
        assertThat(body.memberships())
                .containsExactly(new MembershipBody(COMPANY.value(), "한빛물산", MemberRole.COMPANY_ADMIN));
    }

    @Test
    void sessions_are_listed_and_all_ended_at_once() {
        assertThat(Responses.of(() -> resource.sessions(new Paging(null, null))).getEntity())
                .isEqualTo(new PageBody<>(List.of(SessionBody.of(PHONE)), null));
        assertThat(Responses.of(resource::signOutEverywhere).getEntity()).isEqualTo(new EndedBody(3));
        assertThat(asked).containsExactly(ADMIN, Page.Request.first(), ADMIN, OFFICE);
    }

    @Test
    void the_session_in_which_a_password_is_changed_goes_on() {
        caller.in(SESSION);

        assertThat(Responses.of(() -> resource.changePassword(new PasswordBody("old one", "new one")))
                        .getEntity())
                .isEqualTo(new EndedBody(2));

        assertThat(asked)
                .containsExactly(new ChangePassword.Change(
                        ADMIN, SESSION, new Password("old one"), new Password("new one"), OFFICE));
    }

    @Test
    void a_password_is_not_changed_by_somebody_who_does_not_know_it() {
        changed = Given.refused(new PasswordWrong());

        assertThat(Responses.problem(() -> resource.changePassword(new PasswordBody("a", "b"))))
                .isEqualTo("422 password-wrong");
        assertThat(Responses.wrongFields(() -> resource.changePassword(new PasswordBody(null, ""))))
                .containsExactly("present", "wanted");
    }
}
