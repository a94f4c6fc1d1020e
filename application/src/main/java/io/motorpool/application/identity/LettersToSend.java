package io.motorpool.application.identity;

import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * To whom a letter is owed, as a part of the unit of work that owes it. There is no secret here, not even a digest: it is
 * made when the letter is sent (ADR-0021).
 */
public interface LettersToSend {

    /**
     * A letter that is owed.
     *
     * @param tried how often sending it was begun
     * @param notBefore when it may be tried, or tried again
     */
    record Owed(UserId user, OneTimeLink.Purpose purpose, int tried, Instant notBefore) {}

    /** Takes the place of what is owed to the same user already. */
    Uni<Void> put(Owed letter);

    /** The one that waits longest of those that may be tried, unless another unit of work has it; it has the next one then. */
    Uni<Optional<Owed>> lockNext(Instant now);

    /** Exactly this one: what was put in its place stays. */
    Uni<Void> remove(Owed letter);

    /** Nothing is owed to the user any more. */
    Uni<Void> removeAll(UserId user);
}
