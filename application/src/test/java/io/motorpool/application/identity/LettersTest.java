package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.ChoosePassword.Choice;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Callers;
import io.motorpool.domain.Decision;
import io.motorpool.domain.identity.IdentityEvent.UserActivated;
import io.motorpool.domain.identity.IdentityRefusal.LinkRefused;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak.Weakness;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.identity.UserStatus;
import io.motorpool.domain.shared.Version;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the wish for a letter to the password that was chosen by it. */
class LettersTest {

    private static final Password CHOSEN = new Password("전혀 다른 고래 이야기 7");

    private final AnIdentity identity = new AnIdentity();
    private final User.Active user = identity.givenUser();

    @Test
    void who_forgot_the_password_chooses_another_by_a_letter_and_all_sessions_end() {
        Tokens before = identity.signedIn(user).tokens();
        ask(user);
        assertThat(sent()).isEqualTo(1);

        Mailbox.Letter letter = identity.mailbox.letters.getFirst();
        assertThat(letter.to()).isEqualTo(user.person().email());
        assertThat(letter.purpose()).isEqualTo(Purpose.PASSWORD_RESET);
        assertThat(letter.until()).isEqualTo(IdentityFixtures.NOON.plus(Purpose.PASSWORD_RESET.lives()));

        assertThat(accepted(identity.choosePassword.choose(by(letter)))).isEqualTo(user.id());
        assertThat(identity.isCutOff(before)).isTrue();
        succeeds(identity.signIn.signIn(identity.attempt(user, CHOSEN)));
        assertThat(identity.told())
                .contains(SecurityEvent.LETTER_ASKED_FOR, SecurityEvent.LETTER_SENT, SecurityEvent.PASSWORD_CHANGED);
    }

    @Test
    void who_was_invited_chooses_their_first_password() {
        User invited = IdentityFixtures.anInvitedUser();
        identity.done(() -> identity.stores.users.add(invited).replaceWithVoid());
        ask(invited);
        assertThat(sent()).isEqualTo(1);

        Mailbox.Letter letter = identity.mailbox.letters.getFirst();
        assertThat(letter.purpose()).isEqualTo(Purpose.INVITATION);
        succeeds(identity.choosePassword.choose(by(letter)));

        assertThat(identity.user(invited.id()).status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(identity.outbox.events()).contains(new UserActivated(invited.id(), IdentityFixtures.NOON));
    }

    @Test
    void nobody_learns_from_the_answer_whether_somebody_signs_in_with_an_address() {
        User disabled = new User.Disabled(IdentityFixtures.aPerson(), null);
        identity.done(() -> identity.stores.users.add(disabled).replaceWithVoid());

        ask(IdentityFixtures.anActiveUser());
        ask(disabled);

        assertThat(identity.stores.letters.all()).isEmpty();
        assertThat(identity.told()).containsExactly(SecurityEvent.LETTER_ASKED_FOR, SecurityEvent.LETTER_ASKED_FOR);
    }

    @Test
    void one_mailbox_is_not_flooded_from_however_many_networks() {
        for (int i = 0; i < 3; i++) {
            succeeds(identity.askForLetter.ask(user.person().email(), SourceNetwork.of("203.0." + i + ".1")));
        }

        assertThat(refused(identity.askForLetter.ask(user.person().email(), SourceNetwork.of("203.0.9.1"))))
                .isEqualTo(new TooManyRequests(Duration.ofMinutes(10)));
    }

    @Test
    void no_secret_and_no_digest_is_stored_before_the_letter_goes_out() {
        ask(user);

        assertThat(identity.stores.letters.all())
                .containsExactly(new LettersToSend.Owed(user.id(), Purpose.PASSWORD_RESET, 0, IdentityFixtures.NOON));
    }

    @Test
    void a_link_opens_once() {
        Mailbox.Letter letter = letter();
        succeeds(identity.choosePassword.choose(by(letter)));

        assertThat(refused(identity.choosePassword.choose(by(letter)))).isEqualTo(new LinkRefused());
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.LINK_REFUSED);
    }

    @Test
    void of_many_who_use_a_link_at_once_one_succeeds() {
        Mailbox.Letter letter = letter();

        var answers = AtOnce.times(
                8, () -> identity.choosePassword.choose(by(letter)).await().indefinitely());

        assertThat(answers).filteredOn(Decision.Accepted.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Decision.Refused.class::isInstance)
                .allMatch(answer -> answer.equals(Decision.refuse(new LinkRefused())));
    }

    @Test
    void a_weak_password_does_not_use_the_link_up() {
        Mailbox.Letter letter = letter();
        Choice weak = new Choice(letter.purpose(), letter.secret().text(), new Password("짧다"), IdentityFixtures.OFFICE);

        assertThat(refused(identity.choosePassword.choose(weak))).isEqualTo(new PasswordTooWeak(Weakness.TOO_SHORT));

        succeeds(identity.choosePassword.choose(by(letter)));
    }

    @Test
    void a_link_is_worth_nothing_when_it_is_too_old_made_up_or_for_another_purpose() {
        Mailbox.Letter letter = letter();
        List<Choice> strange = List.of(
                new Choice(Purpose.INVITATION, letter.secret().text(), CHOSEN, IdentityFixtures.OFFICE),
                new Choice(letter.purpose(), IdentityFixtures.aSecret().text(), CHOSEN, IdentityFixtures.OFFICE),
                new Choice(letter.purpose(), "'; drop table", CHOSEN, IdentityFixtures.OFFICE));
        assertThat(strange)
                .allSatisfy(choice -> assertThat(refused(identity.choosePassword.choose(choice)))
                        .isEqualTo(new LinkRefused()));

        identity.clock.move(Purpose.PASSWORD_RESET.lives());
        assertThat(refused(identity.choosePassword.choose(by(letter)))).isEqualTo(new LinkRefused());
        assertThat(identity.user(user.id())).isEqualTo(user);
    }

    @Test
    void who_was_disabled_since_chooses_nothing() {
        Mailbox.Letter letter = letter();
        succeeds(identity.lookAfterUsers.disable(
                Callers.anOperator(), user.id(), Version.FIRST, IdentityFixtures.OFFICE));

        assertThat(refused(identity.choosePassword.choose(by(letter)))).isEqualTo(new LinkRefused());
    }

    @Test
    void a_letter_that_could_not_be_sent_is_sent_later_with_another_secret() {
        ask(user);
        identity.mailbox.outOfReach = true;
        assertThat(sent()).isZero();
        identity.mailbox.outOfReach = false;
        assertThat(sent()).as("not at once").isZero();

        identity.clock.move(Duration.ofMinutes(1));
        assertThat(sent()).isEqualTo(1);
        assertThat(sent()).as("once only").isZero();

        succeeds(identity.choosePassword.choose(by(identity.mailbox.letters.getFirst())));
    }

    @Test
    void a_letter_that_can_never_be_sent_is_given_up() {
        ask(user);
        identity.mailbox.outOfReach = true;
        for (int i = 0; i < SendLettersService.MOST_TRIES; i++) {
            assertThat(sent()).isZero();
            identity.clock.move(Duration.ofHours(3));
        }

        assertThat(sent()).isZero();

        assertThat(identity.stores.letters.all()).isEmpty();
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.LETTER_GIVEN_UP);
    }

    @Test
    void who_does_not_need_the_letter_any_more_gets_none() {
        ask(user);
        identity.becomes(new User.Disabled(user.person(), user.password()));

        assertThat(sent()).isZero();

        assertThat(identity.stores.letters.all()).isEmpty();
        assertThat(identity.mailbox.letters).isEmpty();
    }

    @Test
    void many_letters_go_out_in_one_go() {
        ask(user);
        ask(identity.givenUser());
        ask(identity.givenUser());

        assertThat(sent()).isEqualTo(3);
    }

    @Test
    void a_choice_does_not_show_its_link() {
        assertThat(by(letter()))
                .asString()
                .doesNotContain(identity.mailbox.letters.getFirst().secret().text());
    }

    private Mailbox.Letter letter() {
        ask(user);
        assertThat(sent()).isEqualTo(1);
        return identity.mailbox.letters.getFirst();
    }

    private void ask(User whoever) {
        succeeds(identity.askForLetter.ask(whoever.person().email(), IdentityFixtures.OFFICE));
    }

    private int sent() {
        return accepted(identity.sendLetters.send(Callers.aTimer()));
    }

    private static Choice by(Mailbox.Letter letter) {
        return new Choice(letter.purpose(), letter.secret().text(), CHOSEN, IdentityFixtures.OFFICE);
    }
}
