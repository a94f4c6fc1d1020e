package io.motorpool.domain.identity;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.NURI;
import static io.motorpool.domain.identity.Fixtures.ANOTHER_HASH;
import static io.motorpool.domain.identity.Fixtures.A_HASH;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.kim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.identity.IdentityEvent.DivisionRolesChanged;
import io.motorpool.domain.identity.IdentityEvent.PasswordChanged;
import io.motorpool.domain.identity.IdentityEvent.UserActivated;
import io.motorpool.domain.identity.IdentityEvent.UserDisabled;
import io.motorpool.domain.identity.IdentityEvent.UserEnabled;
import io.motorpool.domain.identity.IdentityEvent.UserInvited;
import io.motorpool.domain.identity.IdentityRefusal.NotPossibleForUser;
import io.motorpool.domain.identity.IdentityRefusal.OwnAccount;
import io.motorpool.domain.identity.IdentityRefusal.ProfileNotYours;
import io.motorpool.domain.identity.User.Active;
import io.motorpool.domain.identity.User.Changed;
import io.motorpool.domain.identity.User.Disabled;
import io.motorpool.domain.identity.User.Invited;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UserTest {

    private final Invited invited = new Invited(kim());
    private final Active active = new Active(kim(), A_HASH);
    private final Disabled disabled = new Disabled(kim(), A_HASH);

    static Stream<User> everybody() {
        return Stream.of(
                new Invited(kim()), new Active(kim(), A_HASH), new Disabled(kim(), A_HASH), new Disabled(kim(), null));
    }

    @Test
    void who_is_invited_cannot_sign_in_yet() {
        Changed change = User.invite(kim(), MONDAY_9AM);

        assertThat(change).isEqualTo(new Changed(invited, new UserInvited(KIM, MONDAY_9AM)));
        assertThat(change.user().signsInWith()).isEmpty();
    }

    @Test
    void choosing_a_password_lets_the_invited_in() {
        Changed change = accepted(invited.choosePassword(A_HASH, MONDAY_9AM));

        assertThat(change).isEqualTo(new Changed(active, new UserActivated(KIM, MONDAY_9AM)));
        assertThat(change.user().signsInWith()).contains(A_HASH);
    }

    @Test
    void choosing_another_password_replaces_the_old_one() {
        assertThat(accepted(active.choosePassword(ANOTHER_HASH, MONDAY_9AM)))
                .isEqualTo(new Changed(new Active(kim(), ANOTHER_HASH), new PasswordChanged(KIM, MONDAY_9AM)));
    }

    @Test
    void a_letter_lets_nobody_back_in_who_was_stopped() {
        assertThat(refused(disabled.choosePassword(A_HASH, MONDAY_9AM)))
                .isEqualTo(new NotPossibleForUser(UserStatus.DISABLED));
        assertThat(disabled.signsInWith()).isEmpty();
        assertThat(disabled.linkToChooseAPassword()).isEmpty();
    }

    @Test
    void the_letter_for_a_password_depends_on_whether_the_user_was_ever_here() {
        assertThat(invited.linkToChooseAPassword()).contains(OneTimeLink.Purpose.INVITATION);
        assertThat(active.linkToChooseAPassword()).contains(OneTimeLink.Purpose.PASSWORD_RESET);
    }

    @Test
    void who_is_enabled_again_is_where_they_were() {
        Disabled stopped = (Disabled) accepted(active.disable(LEE, MONDAY_9AM)).user();
        Disabled neverHere =
                (Disabled) accepted(invited.disable(LEE, MONDAY_9AM)).user();

        assertThat(stopped).isEqualTo(disabled);
        assertThat(accepted(stopped.enable(MONDAY_9AM)))
                .isEqualTo(new Changed(active, new UserEnabled(KIM, MONDAY_9AM)));
        assertThat(accepted(neverHere.enable(MONDAY_9AM)).user()).isEqualTo(invited);
    }

    @Test
    void disabling_is_told() {
        assertThat(accepted(active.disable(LEE, MONDAY_9AM)).fact()).isEqualTo(new UserDisabled(KIM, MONDAY_9AM));
    }

    @Test
    void what_is_so_already_is_refused() {
        assertThat(refused(disabled.disable(LEE, MONDAY_9AM))).isEqualTo(new NotPossibleForUser(UserStatus.DISABLED));
        assertThat(refused(active.enable(MONDAY_9AM))).isEqualTo(new NotPossibleForUser(UserStatus.ACTIVE));
        assertThat(refused(invited.enable(MONDAY_9AM))).isEqualTo(new NotPossibleForUser(UserStatus.INVITED));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nobody_shuts_themselves_out_or_promotes_themselves(User user) {
        assertThat(refused(user.disable(user.id(), MONDAY_9AM))).isEqualTo(new OwnAccount());
        assertThat(refused(user.changeRoles(DivisionRoles.of(Role.OPERATOR), user.id(), MONDAY_9AM)))
                .isEqualTo(new OwnAccount());
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void roles_change_and_nothing_else_does(User user) {
        DivisionRoles roles = DivisionRoles.of(Role.OPERATOR, Role.AUDITOR);

        Changed change = accepted(user.changeRoles(roles, LEE, MONDAY_9AM));

        assertThat(change.fact()).isEqualTo(new DivisionRolesChanged(KIM, MONDAY_9AM));
        assertThat(change.user().person()).isEqualTo(kim().with(roles));
        assertThat(change.user().status()).isEqualTo(user.status());
        assertThat(change.user().signsInWith()).isEqualTo(user.signsInWith());
    }

    @Test
    void everybody_can_be_a_private_person_without_any_role() {
        Grant grant = accepted(active.under(new Profile.Personal(), Optional.empty()));

        assertThat(grant).isEqualTo(new Grant(KIM, new Profile.Personal(), Set.of()));
        assertThat(grant.scopes()).isEmpty();
    }

    @Test
    void a_member_acts_for_their_company_in_their_role_there() {
        var business = new Profile.Business(HANBIT);

        assertThat(accepted(active.under(business, member(MemberRole.MEMBER))).roles())
                .containsExactly(Role.MEMBER);
        assertThat(accepted(active.under(business, member(MemberRole.COMPANY_ADMIN)))
                        .roles())
                .containsExactly(Role.COMPANY_ADMIN);
    }

    @Test
    void who_is_no_member_and_a_company_that_is_not_there_get_one_answer() {
        assertThat(refused(active.under(new Profile.Business(HANBIT), Optional.empty())))
                .isEqualTo(new ProfileNotYours());
        assertThat(refused(active.under(new Profile.Business(NURI), member(MemberRole.MEMBER))))
                .isEqualTo(new ProfileNotYours());
    }

    @Test
    void only_who_has_a_role_in_the_division_acts_for_it() {
        Active operator = new Active(kim().with(DivisionRoles.of(Role.OPERATOR)), A_HASH);

        assertThat(accepted(operator.under(new Profile.Division(), Optional.empty()))
                        .roles())
                .containsExactly(Role.OPERATOR);
        assertThat(refused(active.under(new Profile.Division(), Optional.empty())))
                .isEqualTo(new ProfileNotYours());
    }

    @Test
    void roles_of_the_division_do_not_count_for_a_company() {
        Active operator = new Active(kim().with(DivisionRoles.of(Role.OPERATOR)), A_HASH);

        assertThat(accepted(operator.under(new Profile.Business(HANBIT), member(MemberRole.MEMBER)))
                        .roles())
                .containsExactly(Role.MEMBER);
    }

    @Test
    void keeping_a_password_more_safely_is_no_change_of_it() {
        assertThat(active.keepingPasswordAs(ANOTHER_HASH).signsInWith()).contains(ANOTHER_HASH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MEMBER", "COMPANY_ADMIN", "SCHEDULER"})
    void roles_that_are_not_the_divisions_to_give_are_refused(Role role) {
        assertThatThrownBy(() -> DivisionRoles.of(role))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(role.name());
    }

    @Test
    void the_divisions_roles_are_those_that_reach_every_company() {
        var given = DivisionRoles.of(EnumSet.of(Role.OPERATOR, Role.SUPPORT_AGENT, Role.AUDITOR));

        assertThat(given.roles()).hasSize(3);
        assertThat(given.contains(Role.AUDITOR)).isTrue();
        assertThat(DivisionRoles.NONE.isEmpty()).isTrue();
    }

    @Test
    void who_does_not_say_acts_as_what_they_usually_are() {
        Active operator = new Active(kim().with(DivisionRoles.of(Role.OPERATOR)), A_HASH);
        Membership hanbit = new Membership(HANBIT, "한빛물류", MemberRole.MEMBER);
        Membership nuri = new Membership(NURI, "누리상사", MemberRole.MEMBER);

        assertThat(active.usualProfile(List.of())).isEqualTo(new Profile.Personal());
        assertThat(active.usualProfile(List.of(hanbit))).isEqualTo(new Profile.Business(HANBIT));
        assertThat(active.usualProfile(List.of(hanbit, nuri))).isEqualTo(new Profile.Personal());
        assertThat(operator.usualProfile(List.of(hanbit))).isEqualTo(new Profile.Division());
    }

    private static Optional<Membership> member(MemberRole role) {
        return Optional.of(new Membership(HANBIT, "한빛물류", role));
    }
}
