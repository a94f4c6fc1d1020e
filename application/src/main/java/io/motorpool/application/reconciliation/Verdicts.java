package io.motorpool.application.reconciliation;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What comparing has shown: the last verdict of each reservation, as it was before anybody explained it. */
public interface Verdicts {

    /** Each in the place of an earlier one, so storing it twice is storing it once. No number comes twice. */
    Uni<Void> store(List<Compared> compared);

    Uni<Optional<Compared>> find(LegacyNumber number);

    /** How many there are of each signature and day, of reservations that changed last at or after then. */
    Uni<List<Tally>> tallies(Instant changedSince);

    /** Those with this signature, in order of their numbers. */
    Uni<List<Compared>> samples(String signature, int limit);

    /**
     * @param changedAt when the reservation changed last in the legacy system
     * @param events how many changes of its own the verdict rests on
     */
    record Compared(LegacyNumber number, Verdict verdict, int events, Instant changedAt, Instant comparedAt) {}

    /**
     * @param day in Seoul (P1), of the last change
     * @param sample one of them: the others have the same signature
     */
    record Tally(LocalDate day, Verdict sample, long reservations) {}

    /** As many samples as are told at once. */
    int MOST_SAMPLES = Page.Request.LARGEST;
}
