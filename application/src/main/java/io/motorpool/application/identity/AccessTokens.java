package io.motorpool.application.identity;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Verifies access tokens, the same for every edge, by what is published and by nothing else. There is one answer for
 * everything that is wrong with a token: an edge cannot tell more than it may.
 *
 * <p>Fails with {@link OutOfReachException} only while no key is known at all, and as the cut-off list does when nobody
 * can tell what is on it.
 */
public interface AccessTokens {

    /**
     * Whether a key is known, so that anybody at all can be told from a forger. Asks for what is published when none is, and
     * never fails: what cannot be had is not known.
     */
    Uni<Boolean> knowsKeys();

    /** Who acts; nothing when the token opens nothing, for whatever reason. */
    Uni<Optional<VerifiedAccess>> verify(String token);
}
