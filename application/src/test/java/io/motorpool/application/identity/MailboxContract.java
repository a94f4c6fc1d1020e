package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everybody who brings letters promises. */
public interface MailboxContract extends PortContract {

    Mailbox mailbox();

    /** Everything that reached the mailbox, as it reads: with the link's secret somewhere in it. */
    List<String> received(EmailAddress by);

    @Test
    default void a_letter_reaches_its_mailbox_with_the_secret_and_no_other_mailbox() {
        Mailbox.Letter letter = aLetter(Purpose.INVITATION);
        Mailbox.Letter other = aLetter(Purpose.PASSWORD_RESET);

        result(() -> mailbox().send(letter));
        result(() -> mailbox().send(other));

        assertThat(received(letter.to()))
                .singleElement()
                .asString()
                .contains(letter.secret().text());
        assertThat(received(other.to()))
                .singleElement()
                .asString()
                .contains(other.secret().text());
    }

    @Test
    default void a_second_letter_to_one_mailbox_does_not_replace_the_first() {
        Mailbox.Letter first = aLetter(Purpose.INVITATION);
        Mailbox.Letter second = new Mailbox.Letter(
                first.to(), first.name(), first.purpose(), IdentityFixtures.aSecret(), first.until());

        result(() -> mailbox().send(first));
        result(() -> mailbox().send(second));

        assertThat(received(first.to())).hasSize(2);
    }

    private static Mailbox.Letter aLetter(Purpose purpose) {
        return new Mailbox.Letter(
                IdentityFixtures.anAddress(),
                new PersonName("김민수"),
                purpose,
                IdentityFixtures.aSecret(),
                IdentityFixtures.NOON.plus(purpose.lives()));
    }
}
