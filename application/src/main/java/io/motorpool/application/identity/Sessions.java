package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sessions with the digests of all refresh tokens that they issued; of the tokens themselves nothing is kept. A session
 * changes only under its lock. Whoever locks its user as well does that first.
 */
public interface Sessions {

    /** As it was a moment ago. Whose it is never changes. */
    Uni<Optional<Session>> find(SessionId id);

    /** For changing it: until the unit of work ends nobody else does. */
    Uni<Optional<Session>> lock(SessionId id);

    /** The same for all sessions of the user that go on, in order of their id. */
    Uni<List<Session.Live>> lockLive(UserId user);

    /** The same for some that lapsed and that nobody else has locked; the others are left for the next time. */
    Uni<List<Session.Live>> lockLapsed(Instant now, TokenPolicy policy, int atMost);

    /** @param first digest of the secret of its first refresh token */
    Uni<Void> add(Session.Live session, SecretDigest first);

    /** @param youngest digest of the secret of the refresh token that has the session's generation as its number */
    Uni<Void> rotate(Session.Live rotated, SecretDigest youngest);

    /** What it became; its tokens are the same. */
    Uni<Void> save(Session changed);

    /** The number of the session's refresh token with this secret; empty when it never issued it. */
    Uni<OptionalInt> generationOf(SessionId id, SecretDigest secret);

    /** Those that go on, those that lapsed unnoticed among them, in order of their id. */
    Uni<Page<Session.Live>> live(UserId user, Page.Request page);

    /** Forgets sessions that ended before, with their digests. */
    Uni<Integer> forgetEndedBefore(Instant before, int atMost);
}
