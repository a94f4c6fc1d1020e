package io.motorpool.application.identity;

import io.motorpool.domain.identity.KeySet;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The place where everybody who verifies reads our public keys, without asking us (P8). Readers see one set or another,
 * never a part of one. Fails with {@link OutOfReachException} when the place does not answer.
 */
public interface KeySetPublication {

    /**
     * Puts the set in the place of an older one, or of another of the same version. A newer one stays.
     *
     * @return what is published now
     */
    Uni<KeySet> publish(KeySet set);

    /** What readers find. */
    Uni<Optional<KeySet>> published();
}
