package io.motorpool.application.identity;

import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.Secret;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Brings a letter to somebody's mailbox. Completes when somebody else is responsible for it; fails with {@link OutOfReachException}. */
public interface Mailbox {

    Uni<Void> send(Letter letter);

    /**
     * How it is worded, and where its link leads, whoever sends it decides.
     *
     * @param secret what the link carries; it is kept nowhere else
     * @param until the first instant at which the link is worth nothing
     */
    record Letter(EmailAddress to, PersonName name, OneTimeLink.Purpose purpose, Secret secret, Instant until) {}
}
