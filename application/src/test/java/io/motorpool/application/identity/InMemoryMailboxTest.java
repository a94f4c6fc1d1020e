package io.motorpool.application.identity;

import io.motorpool.domain.identity.EmailAddress;
import java.time.Clock;
import java.util.List;

class InMemoryMailboxTest implements MailboxContract, InMemoryIdentityContract {

    private final InMemoryIdentity identity = new InMemoryIdentity(Clock.systemUTC());
    private final InMemoryMailbox mailbox = new InMemoryMailbox();

    @Override
    public InMemoryIdentity identity() {
        return identity;
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public List<String> received(EmailAddress by) {
        return mailbox.letters.stream()
                .filter(letter -> letter.to().equals(by))
                .map(letter -> letter.secret().text())
                .toList();
    }
}
