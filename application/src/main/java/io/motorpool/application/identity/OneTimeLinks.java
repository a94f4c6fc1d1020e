package io.motorpool.application.identity;

import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What letters let people do once: at most one link for each user, by the digest of its secret. */
public interface OneTimeLinks {

    /** Takes the place of any other of the same user. */
    Uni<Void> put(OneTimeLink link);

    /** Also what is too old already. */
    Uni<Optional<OneTimeLink>> find(SecretDigest digest);

    /** Uses it up: of many who try at once, one gets it. Comes back if the unit of work fails. */
    Uni<Optional<OneTimeLink>> take(SecretDigest digest);

    /** Whatever the user's letters allowed, they allow no more. */
    Uni<Void> remove(UserId user);

    /** Forgets what is worth nothing at this instant. */
    Uni<Integer> forgetOver(Instant now, int atMost);
}
