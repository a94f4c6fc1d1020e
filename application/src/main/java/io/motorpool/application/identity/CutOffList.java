package io.motorpool.application.identity;

import io.motorpool.domain.identity.IssuedToken;
import io.smallrye.mutiny.Uni;

/** Answers for every access token whose signature is right whether it was cut off, from a list that is never older than it may be. */
public interface CutOffList {

    /**
     * Fails with {@link io.motorpool.application.shared.StoreUnavailableException} when the list is too old and cannot be
     * read: nobody gets in because it is unknown whether they may.
     */
    Uni<Boolean> refuses(IssuedToken token);
}
