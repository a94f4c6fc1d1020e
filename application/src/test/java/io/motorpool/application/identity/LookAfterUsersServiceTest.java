package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.LookAfterUsers.Invitation;
import io.motorpool.application.identity.LookAfterUsers.RolesChange;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityEvent.UserInvited;
import io.motorpool.domain.identity.IdentityRefusal.EmailTaken;
import io.motorpool.domain.identity.IdentityRefusal.NotPossibleForUser;
import io.motorpool.domain.identity.IdentityRefusal.OperatorExists;
import io.motorpool.domain.identity.IdentityRefusal.OwnAccount;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.identity.UserStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAfterUsersServiceTest {

    private final AnIdentity identity = new AnIdentity();
    private final Caller operator = Callers.anOperator();

    @Test
    void somebody_who_is_invited_is_owed_a_letter() {
        UserView invited = accepted(identity.lookAfterUsers.invite(invitation(IdentityFixtures.anAddress())));

        assertThat(invited.status()).isEqualTo(UserStatus.INVITED);
        assertThat(invited.roles()).isEqualTo(DivisionRoles.of(Role.SUPPORT_AGENT));
        assertThat(identity.stores.letters.all())
                .containsExactly(new LettersToSend.Owed(invited.id(), Purpose.INVITATION, 0, IdentityFixtures.NOON));
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.USER_INVITED);
        assertThat(identity.lastTold().facts()).containsEntry("roles", "SUPPORT_AGENT");
        assertThat(identity.lastTold().actor()).isEqualTo(operator.user());
        assertThat(identity.outbox.events()).containsExactly(new UserInvited(invited.id(), IdentityFixtures.NOON));
    }

    @Test
    void an_address_is_invited_once() {
        User.Active there = identity.givenUser();

        assertThat(refused(
                        identity.lookAfterUsers.invite(invitation(there.person().email()))))
                .isEqualTo(new EmailTaken());
        assertThat(identity.stores.letters.all()).isEmpty();
    }

    @Test
    void who_is_disabled_is_out_at_once_everywhere_and_no_letter_brings_them_back() {
        User.Active user = identity.givenUser();
        Tokens phone = identity.signedIn(user).tokens();
        Tokens laptop = identity.signedIn(user).tokens();
        Secret link = IdentityFixtures.aSecret();
        identity.done(() -> identity.stores.links.put(
                OneTimeLink.to(user.id(), Purpose.PASSWORD_RESET, link, IdentityFixtures.NOON)));
        succeeds(identity.lookAfterUsers.sendLetter(operator, user.id(), IdentityFixtures.OFFICE));

        UserView disabled =
                accepted(identity.lookAfterUsers.disable(operator, user.id(), Version.FIRST, IdentityFixtures.OFFICE));

        assertThat(disabled.status()).isEqualTo(UserStatus.DISABLED);
        assertThat(List.of(phone, laptop)).allMatch(identity::isCutOff);
        assertThat(((Session.Ended) identity.session(phone.session())).reason()).isEqualTo(EndReason.USER_DISABLED);
        assertThat(identity.stores.letters.all()).isEmpty();
        assertThat(identity.done(() -> identity.stores.links.find(link.digest())))
                .isEmpty();
        assertThat(identity.told()).contains(SecurityEvent.USER_DISABLED);
    }

    @Test
    void who_is_enabled_again_signs_in_with_the_password_they_had() {
        User.Active user = identity.givenUser();
        UserView disabled =
                accepted(identity.lookAfterUsers.disable(operator, user.id(), Version.FIRST, IdentityFixtures.OFFICE));

        succeeds(identity.lookAfterUsers.enable(operator, user.id(), disabled.version(), IdentityFixtures.OFFICE));
        identity.clock.move(Duration.ofSeconds(1));

        assertThat(identity.isCutOff(identity.signedIn(user).tokens())).isFalse();
        assertThat(identity.told()).contains(SecurityEvent.USER_ENABLED);
    }

    @Test
    void a_role_that_is_taken_away_is_gone_at_once() {
        User.Active user = identity.givenUser(Role.OPERATOR, Role.AUDITOR);
        Tokens tokens = identity.signedIn(user).tokens();

        UserView changed = accepted(identity.lookAfterUsers.changeRoles(roles(user, Role.AUDITOR)));

        assertThat(changed.roles()).isEqualTo(DivisionRoles.of(Role.AUDITOR));
        assertThat(identity.isCutOff(tokens)).isTrue();
        assertThat(identity.lastTold().facts())
                .containsEntry("before", "AUDITOR,OPERATOR")
                .containsEntry("after", "AUDITOR");
        identity.clock.move(Duration.ofSeconds(1));
        Tokens next = accepted(identity.refresh.refresh(identity.request(tokens)));
        assertThat(next.grant().roles()).containsExactly(Role.AUDITOR);
        assertThat(identity.isCutOff(next)).isFalse();
    }

    @Test
    void a_role_that_is_given_interrupts_nobody() {
        User.Active user = identity.givenUser(Role.AUDITOR);
        Tokens tokens = identity.signedIn(user).tokens();

        succeeds(identity.lookAfterUsers.changeRoles(roles(user, Role.AUDITOR, Role.SUPPORT_AGENT)));

        assertThat(identity.isCutOff(tokens)).isFalse();
    }

    @Test
    void roles_that_stay_the_same_leave_no_trace() {
        User.Active user = identity.givenUser(Role.AUDITOR);

        UserView same = accepted(identity.lookAfterUsers.changeRoles(roles(user, Role.AUDITOR)));

        assertThat(same.version()).isEqualTo(Version.FIRST);
        assertThat(identity.told()).isEmpty();
    }

    @Test
    void nobody_shuts_themselves_out_or_raises_themselves() {
        User.Active user = identity.givenUser(Role.OPERATOR);
        Caller self = identity.signedIn(user).tokens().grant().caller();

        assertThat(refused(identity.lookAfterUsers.disable(self, user.id(), Version.FIRST, IdentityFixtures.OFFICE)))
                .isEqualTo(new OwnAccount());
        assertThat(refused(identity.lookAfterUsers.changeRoles(new RolesChange(
                        self, user.id(), Version.FIRST, DivisionRoles.of(Role.AUDITOR), IdentityFixtures.OFFICE))))
                .isEqualTo(new OwnAccount());
    }

    @Test
    void who_decided_on_an_old_version_decides_anew() {
        User.Active user = identity.givenUser(Role.AUDITOR);
        succeeds(identity.lookAfterUsers.changeRoles(roles(user, Role.SUPPORT_AGENT)));
        AccessRefusal stale = new AccessRefusal.Stale(Version.FIRST, Version.FIRST.next());

        assertThat(refused(identity.lookAfterUsers.changeRoles(roles(user, Role.AUDITOR))))
                .isEqualTo(stale);
        assertThat(refused(
                        identity.lookAfterUsers.disable(operator, user.id(), Version.FIRST, IdentityFixtures.OFFICE)))
                .isEqualTo(stale);
        assertThat(refused(identity.lookAfterUsers.enable(operator, user.id(), Version.FIRST, IdentityFixtures.OFFICE)))
                .isEqualTo(stale);
    }

    @Test
    void a_letter_is_owed_again_but_not_to_somebody_who_is_disabled() {
        User.Active user = identity.givenUser();
        succeeds(identity.lookAfterUsers.sendLetter(operator, user.id(), IdentityFixtures.OFFICE));
        assertThat(identity.stores.letters.all()).hasSize(1);

        succeeds(identity.lookAfterUsers.disable(operator, user.id(), Version.FIRST, IdentityFixtures.OFFICE));

        assertThat(refused(identity.lookAfterUsers.sendLetter(operator, user.id(), IdentityFixtures.OFFICE)))
                .isEqualTo(new NotPossibleForUser(UserStatus.DISABLED));
    }

    @Test
    void nobody_is_looked_after_who_is_not_there() {
        UserId unknown = new UserId(Ids.next());

        assertThat(refused(identity.lookAfterUsers.disable(operator, unknown, Version.FIRST, IdentityFixtures.OFFICE)))
                .isEqualTo(new NotFound(Thing.USER));
    }

    @Test
    void users_are_read_by_those_who_see_them_and_everybody_reads_themselves() {
        User.Active user = identity.givenUser();
        CompanyId company = new CompanyId(Ids.next());
        Membership membership = identity.stores.memberships.give(user.id(), company, MemberRole.MEMBER);
        Caller self = identity.signedIn(user).tokens().grant().caller();
        UserView view = accepted(identity.users.user(self, user.id()));

        assertThat(view.email()).isEqualTo(user.person().email());
        assertThat(accepted(identity.users.myself(self))).isEqualTo(new UserQueries.Myself(view, List.of(membership)));
        assertThat(accepted(identity.users.user(Callers.aSupportAgent(), user.id())))
                .isEqualTo(view);
        assertThat(accepted(identity.users.users(Callers.anAuditor(), Page.Request.first()))
                        .items())
                .containsExactly(view);
        assertThat(refused(identity.users.user(operator, new UserId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.USER));
        assertThat(refused(identity.users.user(self, new UserId(Ids.next()))))
                .isEqualTo(new NotPermitted(Permission.READ_USERS));
    }

    @Test
    void the_first_operator_is_invited_without_anybody_and_the_second_is_not() {
        UserView first = accepted(identity.inviteFirst.invite(IdentityFixtures.anAddress(), new PersonName("김민수")));

        assertThat(first.roles()).isEqualTo(DivisionRoles.of(Role.OPERATOR));
        assertThat(identity.stores.letters.all()).hasSize(1);
        assertThat(identity.lastTold().actor()).isNull();
        assertThat(refused(identity.inviteFirst.invite(IdentityFixtures.anAddress(), new PersonName("이서연"))))
                .isEqualTo(new OperatorExists());
    }

    @Test
    void of_many_who_begin_at_once_one_is_the_first() {
        var answers = AtOnce.times(
                8,
                () -> identity.inviteFirst
                        .invite(IdentityFixtures.anAddress(), new PersonName("김민수"))
                        .await()
                        .indefinitely());

        assertThat(answers).filteredOn(Decision.Accepted.class::isInstance).hasSize(1);
    }

    private Invitation invitation(EmailAddress email) {
        return new Invitation(
                operator, email, new PersonName("이서연"), DivisionRoles.of(Role.SUPPORT_AGENT), IdentityFixtures.OFFICE);
    }

    private RolesChange roles(User user, Role... roles) {
        return new RolesChange(
                operator, user.id(), Version.FIRST, DivisionRoles.of(List.of(roles)), IdentityFixtures.OFFICE);
    }
}
