package io.motorpool.adapters.mail;

import static io.motorpool.application.identity.IdentityFixtures.aSecret;
import static io.motorpool.application.identity.IdentityFixtures.anAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.identity.Mailbox;
import io.motorpool.application.identity.Mailbox.Letter;
import io.motorpool.application.identity.MailboxContract;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpMailboxTest implements MailboxContract {

    private static final URI PAGE = URI.create("https://motorpool.example/password");

    private final Vertx vertx = Vertx.vertx();
    private final PostOffice office = open();
    private final SmtpMailbox mailbox = mailbox(office.port());

    @AfterEach
    void close() throws IOException {
        mailbox.close();
        office.close();
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_letter_says_whom_it_is_for_what_it_is_for_and_until_when() {
        Letter letter = letter(Purpose.PASSWORD_RESET);

        String text = new Wording(PAGE).text(letter);

        assertThat(text)
                .contains("김민수 님")
                .contains("2027-03-02 12:30 KST")
                .contains("\nhttps://motorpool.example/password#password-reset="
                        + letter.secret().text() + "\n");
        assertThat(new Wording(PAGE).text(letter(Purpose.INVITATION))).contains("/password#invitation=");
    }

    @Test
    void an_address_with_a_part_that_no_browser_sends_has_no_place_for_another() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wording(URI.create(PAGE + "#here")));
    }

    @Test
    void a_server_that_does_not_take_a_letter_is_out_of_reach_and_what_it_said_goes_no_further() {
        office.answerRecipients("550 no such mailbox as minsu.kim");

        assertThatThrownBy(() -> send(mailbox, letter(Purpose.INVITATION)))
                .isInstanceOf(OutOfReachException.class)
                .hasMessageNotContaining("minsu")
                .hasNoCause();
        assertThat(office.letters()).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_is_out_of_reach() throws IOException {
        office.close();

        assertThatThrownBy(() -> send(mailbox, letter(Purpose.INVITATION))).isInstanceOf(OutOfReachException.class);
    }

    @Test
    void nothing_is_handed_in_the_clear_to_a_server_that_must_encrypt() {
        try (SmtpMailbox strict = new SmtpMailbox(
                vertx, new SmtpMailbox.Server("127.0.0.1", office.port(), "", "", true), "no-reply@a.example", PAGE)) {
            assertThatThrownBy(() -> send(strict, letter(Purpose.INVITATION))).isInstanceOf(OutOfReachException.class);
        }
        assertThat(office.letters()).isEmpty();
    }

    @Test
    void the_servers_password_is_not_shown() {
        assertThat(new SmtpMailbox.Server("mail.example", 587, "motorpool", "s3cret", true).toString())
                .isEqualTo("mail.example:587");
    }

    @Override
    public <T> T inTransaction(Supplier<Uni<T>> work) {
        return result(work);
    }

    @Override
    public <T> T result(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public List<String> received(EmailAddress by) {
        return office.letters().stream()
                .filter(letter -> letter.to().equals(by.value()))
                .map(PostOffice.Arrived::joined)
                .toList();
    }

    private static void send(Mailbox to, Letter letter) {
        to.send(letter).await().indefinitely();
    }

    private static Letter letter(Purpose purpose) {
        return new Letter(
                anAddress(), new PersonName("김민수"), purpose, aSecret(), Instant.parse("2027-03-02T03:30:00Z"));
    }

    private SmtpMailbox mailbox(int port) {
        return new SmtpMailbox(
                vertx, new SmtpMailbox.Server("127.0.0.1", port, "", "", false), "no-reply@motorpool.example", PAGE);
    }

    private static PostOffice open() {
        try {
            return new PostOffice();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
