package io.motorpool.application.identity;

import io.motorpool.domain.identity.IssuedToken;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Answers for every access token whose signature is right whether it was cut off, from a list that is never older than it may be. */
public interface CutOffList {

    /** How old the list may be on any node: so long after a sign-out its access token may still be taken for good. */
    Duration STALEST = Duration.ofSeconds(2);

    /** How often a timer brings the list up to date, so that nobody has to wait for it. */
    Duration REFRESHED_EVERY = Duration.ofSeconds(1);

    /** How far back it is asked for what is new: a unit of work may take its time from the entry to its success. */
    Duration OVERLAP = Duration.ofSeconds(90);

    /** No unit of work that cuts something off takes longer; the store sees to it. */
    Duration LONGEST_UNIT_OF_WORK = Duration.ofSeconds(30);

    /** How often it is read anew as a whole, which forgets what is over. */
    Duration WHOLE_EVERY = Duration.ofMinutes(5);

    /**
     * Fails with {@link io.motorpool.application.shared.StoreUnavailableException} when the list is too old and cannot be
     * read: nobody gets in because it is unknown whether they may.
     */
    Uni<Boolean> refuses(IssuedToken token);

    /** Brings the list of this node up to date. */
    Uni<Void> refresh();
}
