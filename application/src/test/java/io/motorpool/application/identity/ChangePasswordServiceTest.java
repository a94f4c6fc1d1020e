package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.ChangePassword.Change;
import io.motorpool.application.shared.Callers;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.identity.IdentityEvent.PasswordChanged;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak.Weakness;
import io.motorpool.domain.identity.IdentityRefusal.PasswordWrong;
import io.motorpool.domain.identity.IdentityRefusal.SignInRefused;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.User;
import org.junit.jupiter.api.Test;

class ChangePasswordServiceTest {

    private static final Password NEXT = new Password("전혀 다른 고래 이야기 7");

    private final AnIdentity identity = new AnIdentity();
    private final User.Active user = identity.givenUser();
    private final Tokens here = identity.signedIn(user).tokens();
    private final Tokens there = identity.signedIn(user).tokens();

    @Test
    void a_new_password_takes_the_place_of_the_present_one_and_other_sessions_end() {
        int ended = accepted(identity.changePassword.change(change(AnIdentity.RIGHT, NEXT)));

        assertThat(ended).isEqualTo(1);
        assertThat(identity.session(here.session())).isInstanceOf(Session.Live.class);
        assertThat(((Session.Ended) identity.session(there.session())).reason()).isEqualTo(EndReason.PASSWORD_CHANGED);
        assertThat(identity.isCutOff(there)).isTrue();
        assertThat(refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.RIGHT))))
                .isEqualTo(new SignInRefused());
        succeeds(identity.signIn.signIn(identity.attempt(user, NEXT)));
        assertThat(identity.told()).contains(SecurityEvent.PASSWORD_CHANGED);
        assertThat(identity.outbox.events()).contains(new PasswordChanged(user.id(), IdentityFixtures.NOON));
    }

    @Test
    void who_does_not_know_the_present_password_changes_nothing() {
        assertThat(refused(identity.changePassword.change(change(AnIdentity.WRONG, NEXT))))
                .isEqualTo(new PasswordWrong());

        assertThat(identity.user(user.id())).isEqualTo(user);
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.PASSWORD_CHANGE_REFUSED);
        assertThat(identity.session(there.session())).isInstanceOf(Session.Live.class);
    }

    @Test
    void who_guesses_the_present_password_with_a_stolen_token_has_to_wait() {
        for (int i = 0; i < 5; i++) {
            Refusal _ = refused(identity.changePassword.change(change(AnIdentity.WRONG, NEXT)));
        }

        assertThat(refused(identity.changePassword.change(change(AnIdentity.RIGHT, NEXT))))
                .isInstanceOf(TooManyRequests.class);
    }

    @Test
    void a_weak_or_an_unchanged_password_is_not_taken() {
        assertThat(refused(identity.changePassword.change(change(AnIdentity.RIGHT, new Password("짧다")))))
                .isEqualTo(new PasswordTooWeak(Weakness.TOO_SHORT));
        assertThat(refused(identity.changePassword.change(change(AnIdentity.RIGHT, AnIdentity.RIGHT))))
                .isEqualTo(new PasswordTooWeak(Weakness.UNCHANGED));
    }

    @Test
    void a_letter_that_was_sent_before_opens_nothing_any_more() {
        Secret secret = IdentityFixtures.aSecret();
        identity.done(() -> identity.stores.links.put(
                OneTimeLink.to(user.id(), OneTimeLink.Purpose.PASSWORD_RESET, secret, identity.clock.instant())));

        succeeds(identity.changePassword.change(change(AnIdentity.RIGHT, NEXT)));

        assertThat(identity.done(() -> identity.stores.links.find(secret.digest())))
                .isEmpty();
    }

    @Test
    void a_service_has_no_password() {
        Change ofService = new Change(Callers.anAuditor(), null, AnIdentity.RIGHT, NEXT, IdentityFixtures.OFFICE);

        assertThat(refused(identity.changePassword.change(ofService))).isEqualTo(new NotFound(Thing.USER));
    }

    private Change change(Password present, Password wanted) {
        return new Change(here.grant().caller(), here.session(), present, wanted, IdentityFixtures.OFFICE);
    }
}
