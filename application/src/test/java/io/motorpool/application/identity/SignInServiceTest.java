package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.identity.SignIn.Attempt;
import io.motorpool.application.identity.SignIn.SignedIn;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.OverloadedException;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityEvent.SessionStarted;
import io.motorpool.domain.identity.IdentityRefusal.ProfileNotYours;
import io.motorpool.domain.identity.IdentityRefusal.SignInRefused;
import io.motorpool.domain.identity.IdentityRefusal.TooManyAttempts;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.identity.PasswordHash;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.SignInGuard;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.CompanyId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInServiceTest {

    private final AnIdentity identity = new AnIdentity();

    @Test
    void the_right_password_begins_a_session_and_gives_the_tokens_to_go_on_with() {
        User.Active user = identity.givenUser();

        SignedIn signedIn = identity.signedIn(user);

        Tokens tokens = signedIn.tokens();
        Session session = identity.session(tokens.session());
        assertThat(session.user()).isEqualTo(user.id());
        assertThat(session.opening().device()).isEqualTo(AnIdentity.PHONE);
        assertThat(tokens.grant()).isEqualTo(new Grant(user.id(), new Profile.Personal(), Set.of()));
        assertThat(tokens.refresh().session()).isEqualTo(session.id());
        assertThat(tokens.refreshUntil()).isEqualTo(IdentityFixtures.NOON.plus(identity.policy.idle()));
        assertThat(SignedWords.read(tokens.access().text()).isSignedBy(AnIdentity.SIGNS))
                .isTrue();
        assertThat(SignedWords.read(tokens.access().text()).payload())
                .contains("\"sub\":\"" + user.id(), "\"sid\":\"" + session.id());
        assertThat(identity.told()).containsExactly(SecurityEvent.SIGNED_IN);
        assertThat(identity.outbox.events())
                .containsExactly(new SessionStarted(session.id(), user.id(), IdentityFixtures.NOON));
    }

    @Test
    void unknown_wrong_not_yet_here_and_disabled_are_one_answer_that_costs_the_same() {
        User.Active active = identity.givenUser();
        User invited = IdentityFixtures.anInvitedUser();
        User disabled = new User.Disabled(
                IdentityFixtures.aPerson(),
                identity.hasher.hash(AnIdentity.RIGHT).await().indefinitely());
        identity.done(() -> identity.stores.users.add(invited).replaceWithVoid());
        identity.done(() -> identity.stores.users.add(disabled).replaceWithVoid());

        List<Attempt> attempts = List.of(
                identity.attempt(active, AnIdentity.WRONG),
                identity.attempt(IdentityFixtures.anActiveUser(), AnIdentity.RIGHT),
                identity.attempt(invited, AnIdentity.RIGHT),
                identity.attempt(disabled, AnIdentity.RIGHT));

        assertThat(attempts)
                .allSatisfy(attempt ->
                        assertThat(refused(identity.signIn.signIn(attempt))).isEqualTo(new SignInRefused()));
        assertThat(identity.hasher.checked()).isEqualTo(attempts.size());
        assertThat(identity.told())
                .containsExactly(
                        SecurityEvent.SIGN_IN_REFUSED,
                        SecurityEvent.SIGN_IN_REFUSED,
                        SecurityEvent.SIGN_IN_REFUSED,
                        SecurityEvent.SIGN_IN_REFUSED);
        assertThat(identity.stores.sessions.all()).isEmpty();
    }

    @Test
    void who_guesses_is_stopped_before_the_password_is_looked_at_even_if_it_is_right() {
        User.Active user = identity.givenUser();
        guess(user, SignInGuard.PER_ORIGIN);

        Refusal answer = refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.RIGHT)));

        assertThat(answer).isEqualTo(new TooManyAttempts(SignInGuard.ORIGIN_WINDOW));
        assertThat(identity.hasher.checked()).isEqualTo(SignInGuard.PER_ORIGIN);
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.SIGN_IN_STOPPED);
        assertThat(identity.lastTold().about()).isEqualTo(user.id().value());
    }

    @Test
    void an_unknown_login_is_stopped_like_a_known_one() {
        User nobody = IdentityFixtures.anActiveUser();
        guess(nobody, SignInGuard.PER_ORIGIN);

        assertThat(refused(identity.signIn.signIn(identity.attempt(nobody, AnIdentity.RIGHT))))
                .isEqualTo(new TooManyAttempts(SignInGuard.ORIGIN_WINDOW));
    }

    @Test
    void parallel_guesses_gain_nothing() {
        User.Active user = identity.givenUser();

        var answers = AtOnce.times(20, () -> refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.WRONG))));

        assertThat(answers).filteredOn(SignInRefused.class::isInstance).hasSize(SignInGuard.PER_ORIGIN);
        assertThat(identity.hasher.checked()).isEqualTo(SignInGuard.PER_ORIGIN);
    }

    @Test
    void the_right_password_forgives_the_attempts_before() {
        User.Active user = identity.givenUser();
        guess(user, SignInGuard.PER_ORIGIN - 1);

        SignedIn _ = identity.signedIn(user);

        guess(user, SignInGuard.PER_ORIGIN - 1);
        SignedIn _ = identity.signedIn(user);
    }

    @Test
    void a_known_device_signs_in_while_others_shut_out_its_network() {
        User.Active user = identity.givenUser();
        SignedIn before = identity.signedIn(user);
        guess(user, SignInGuard.PER_ORIGIN);

        SignedIn again = accepted(identity.signIn.signIn(knowing(user, before.device())));

        assertThat(again.device()).isEqualTo(before.device());
    }

    @Test
    void a_device_that_nobody_signed_in_on_is_no_known_one_and_gets_a_secret_of_its_own() {
        User.Active user = identity.givenUser();
        Secret made = IdentityFixtures.aSecret();

        SignedIn signedIn = accepted(identity.signIn.signIn(knowing(user, made)));
        guess(user, SignInGuard.PER_ORIGIN);

        assertThat(signedIn.device()).isNotEqualTo(made);
        assertThat(refused(identity.signIn.signIn(knowing(user, made)))).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void a_device_is_known_for_the_login_that_succeeded_on_it_only() {
        SignedIn other = identity.signedIn(identity.givenUser());
        User.Active user = identity.givenUser();
        guess(user, SignInGuard.PER_ORIGIN);

        assertThat(refused(identity.signIn.signIn(knowing(user, other.device()))))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void an_attempt_that_nobody_had_time_for_is_none() {
        User.Active user = identity.givenUser();
        identity.hasher.overloaded(true);
        for (int i = 0; i < SignInGuard.PER_ORIGIN + 1; i++) {
            assertThatThrownBy(() -> accepted(identity.signIn.signIn(identity.attempt(user, AnIdentity.RIGHT))))
                    .isInstanceOf(OverloadedException.class);
        }
        identity.hasher.overloaded(false);

        SignedIn _ = identity.signedIn(user);
    }

    @Test
    void a_network_that_asks_too_often_waits_before_anything_is_counted() {
        for (int i = 0; i < 60; i++) {
            Refusal _ = refused(
                    identity.signIn.signIn(identity.attempt(IdentityFixtures.anActiveUser(), AnIdentity.RIGHT)));
        }

        User.Active user = identity.givenUser();

        assertThat(refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.RIGHT))))
                .isEqualTo(new TooManyRequests(Duration.ofMillis(500)));
        assertThat(identity.hasher.checked()).isEqualTo(60);
        Attempt elsewhere = new Attempt(
                user.person().email(), AnIdentity.RIGHT, null, AnIdentity.PHONE, null, IdentityFixtures.ELSEWHERE);
        SignedIn _ = accepted(identity.signIn.signIn(elsewhere));
    }

    @Test
    void who_does_not_say_as_what_signs_in_as_usual() {
        User.Active operator = identity.givenUser(Role.OPERATOR);
        User.Active member = identity.givenUser();
        CompanyId company = new CompanyId(Ids.next());
        Membership _ = identity.stores.memberships.give(member.id(), company, MemberRole.COMPANY_ADMIN);

        assertThat(identity.signedIn(operator).tokens().grant())
                .isEqualTo(new Grant(operator.id(), new Profile.Division(), Set.of(Role.OPERATOR)));
        assertThat(identity.signedIn(member).tokens().grant())
                .isEqualTo(new Grant(member.id(), new Profile.Business(company), Set.of(Role.COMPANY_ADMIN)));
    }

    @Test
    void who_signs_in_as_what_they_are_not_gets_no_session_but_the_password_was_right() {
        User.Active user = identity.givenUser();
        guess(user, SignInGuard.PER_ORIGIN - 1);

        Refusal answer = refused(identity.signIn.signIn(as(user, new Profile.Division())));

        assertThat(answer).isEqualTo(new ProfileNotYours());
        assertThat(refused(identity.signIn.signIn(as(user, new Profile.Business(new CompanyId(Ids.next()))))))
                .isEqualTo(new ProfileNotYours());
        assertThat(identity.stores.sessions.all()).isEmpty();
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.PROFILE_REFUSED);
        SignedIn _ = identity.signedIn(user);
    }

    @Test
    void a_password_whose_hash_is_outdated_is_kept_more_safely_and_still_the_same() {
        User.Active user = new User.Active(IdentityFixtures.aPerson(), identity.hasher.hashOfOldDays(AnIdentity.RIGHT));
        identity.done(() -> identity.stores.users.add(user).replaceWithVoid());

        SignedIn _ = identity.signedIn(user);

        User.Active now = (User.Active) identity.user(user.id());
        assertThat(now.password()).isNotEqualTo(user.password());
        assertThat(identity.hasher
                        .check(AnIdentity.RIGHT, now.password())
                        .await()
                        .indefinitely())
                .isEqualTo(PasswordHasher.Match.GOOD);
        SignedIn _ = identity.signedIn(user);
    }

    @Test
    void a_password_that_was_changed_while_it_was_compared_opens_nothing_any_more() {
        User.Active user = identity.givenUser();
        PasswordHash chosen = identity.hasher.hash(AnIdentity.WRONG).await().indefinitely();
        identity.hasher.onCheck(() -> identity.becomes(new User.Active(user.person(), chosen)));

        assertThat(refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.RIGHT))))
                .isEqualTo(new SignInRefused());

        assertThat(identity.stores.sessions.all()).isEmpty();
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.SIGN_IN_REFUSED);
    }

    @Test
    void who_was_disabled_while_their_password_was_compared_stays_out_and_an_outdated_hash_is_not_brought_back() {
        User.Active user = new User.Active(IdentityFixtures.aPerson(), identity.hasher.hashOfOldDays(AnIdentity.RIGHT));
        identity.done(() -> identity.stores.users.add(user).replaceWithVoid());
        User.Disabled disabled = new User.Disabled(user.person(), user.password());
        identity.hasher.onCheck(() -> identity.becomes(disabled));

        assertThat(refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.RIGHT))))
                .isEqualTo(new SignInRefused());

        assertThat(identity.user(user.id())).isEqualTo(disabled);
        assertThat(identity.stores.sessions.all()).isEmpty();
    }

    @Test
    void without_a_key_that_signs_nothing_begins() {
        User.Active user = identity.givenUser();
        identity.done(() -> identity.stores.rings.save(KeyRing.empty(KeyRings.ISSUER)));

        assertThatThrownBy(() -> identity.signedIn(user)).isInstanceOf(OutOfReachException.class);

        assertThat(identity.stores.sessions.all()).isEmpty();
    }

    private void guess(User user, int times) {
        for (int i = 0; i < times; i++) {
            Refusal answer = refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.WRONG)));
            assertThat(answer).isEqualTo(new SignInRefused());
        }
    }

    private static Attempt knowing(User user, Secret device) {
        return new Attempt(
                user.person().email(), AnIdentity.RIGHT, null, AnIdentity.PHONE, device, IdentityFixtures.OFFICE);
    }

    private static Attempt as(User user, Profile profile) {
        return new Attempt(
                user.person().email(), AnIdentity.RIGHT, profile, AnIdentity.PHONE, null, IdentityFixtures.OFFICE);
    }
}
