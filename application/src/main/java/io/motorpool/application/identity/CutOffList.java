package io.motorpool.application.identity;

import io.motorpool.domain.identity.CutOff;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The cut-off list as a node knows it, for whoever verifies access tokens: never older than it may be. A timer keeps it
 * young; who cannot wait for the timer brings it up to date themselves.
 */
public interface CutOffList {

    /** How old the list may be on any node: so long after a sign-out its access token may still be taken for good. */
    Duration STALEST = Duration.ofSeconds(2);

    /** How often a timer brings the list up to date: one that is late has three more chances. */
    Duration REFRESHED_EVERY = Duration.ofMillis(500);

    /** How far back it is asked for what is new: a unit of work may take its time from the entry to its success. */
    Duration OVERLAP = Duration.ofSeconds(90);

    /** No unit of work that cuts something off takes longer; the store sees to it. */
    Duration LONGEST_UNIT_OF_WORK = Duration.ofSeconds(30);

    /** How often it is read anew as a whole, which forgets what is over. */
    Duration WHOLE_EVERY = Duration.ofMinutes(5);

    /**
     * The very same list for as long as nothing changes. Fails with
     * {@link io.motorpool.application.shared.StoreUnavailableException} when it is too old: nobody gets in because it is
     * unknown whether they may.
     */
    List<CutOff> current();

    /** The same, if it is not too old. Asked at every request, so it neither waits nor fails. */
    Optional<List<CutOff>> ifYoung();

    /** The same, read anew if it is too old; fails only if that fails. */
    Uni<List<CutOff>> upToDate();

    /** Brings it up to date, for the timer. */
    Uni<Void> refresh();
}
