package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;

/** Who forgot a password, or lost the invitation, has a letter sent to their mailbox. */
public interface AskForLetter {

    /** The answer is the same whether somebody signs in with the address or not. */
    Uni<Decision<Noted, Refusal>> ask(EmailAddress login, SourceNetwork from);

    /** If there is somebody, they get a letter. */
    record Noted() {}
}
