package io.motorpool.application.identity;

import io.motorpool.application.shared.OverloadedException;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import io.smallrye.mutiny.Uni;

/**
 * Makes of a password what can be kept of it, and knows the password again. Both are slow on purpose and need much memory,
 * so they run apart from everything else, a few at a time. When too many wait already, the next one is turned away with
 * an {@link OverloadedException}: signing in must not be a way to exhaust the machine.
 */
public interface PasswordHasher {

    /** What the comparison said. */
    enum Match {
        NONE,
        GOOD,
        /** It is the password, but its hash was made with less effort than we take today: it should be made anew. */
        OUTDATED
    }

    Uni<PasswordHash> hash(Password password);

    Uni<Match> check(Password shown, PasswordHash kept);

    /** Takes as long as a check and finds no match: nobody learns from the time whether a user exists. */
    Uni<Match> checkNobody(Password shown);
}
