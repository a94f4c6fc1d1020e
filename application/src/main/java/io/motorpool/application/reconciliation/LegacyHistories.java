package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.Position;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was heard of the legacy system, and which reservations wait to be compared. What was heard is added and
 * never changed.
 */
public interface LegacyHistories {

    /**
     * Keeps what is new; the same change (its number and position) heard again changes nothing. The reservations that the new
     * changes are about wait to be compared from now on, and so do those that share a vehicle or a driver with them and changed
     * later: their verdicts may have rested on something else. These wait on account of their own next change.
     *
     * @return how many changes were new
     */
    Uni<Integer> hear(List<ChangeEvent> events, Instant now);

    /**
     * Those that wait and of which nothing new was heard since then, in the {@linkplain #few order} of what they share. Until the
     * end of its unit of work whoever asks has them to themselves; those that somebody else has are left out.
     */
    Uni<List<Waiting>> quiet(Instant since, int limit);

    /** Those that wait on account of a change at or before the position, quiet or not; in the same order and on the same terms. */
    Uni<List<Waiting>> upTo(Position watermark, int limit);

    /** Whether any waits on account of a change at or before the position, whoever has it now. */
    Uni<Boolean> waits(Position watermark);

    /**
     * How many of a batch are taken because they have waited longest. With them, and before all others, come those that are on
     * one of the same vehicles and wait too, so that what is around several of them is read once and not once for each. Both are
     * told the longest first.
     */
    static int few(int batch) {
        return Math.max(1, batch / 5);
    }

    /**
     * Everything heard of the reservations and of those others on which one of their verdicts can rest, in no order. It is as if
     * everything were told that was ever heard of those that share a vehicle or a driver with one of them; but what is far away
     * in time may be left out, unless it had the vehicle out or noted its last reading.
     */
    Uni<List<ChangeEvent>> around(Collection<LegacyNumber> numbers);

    /**
     * They do not wait any more, each provided that nothing new came since it was told to wait. Of several who settle the same
     * ones at once each is settled by one; nobody waits for the other.
     *
     * @return those of which it is so; the others still wait, or somebody else has compared them
     */
    Uni<Set<LegacyNumber>> settle(List<Waiting> waiting);

    /**
     * Every reservation that changed at or after the position waits again.
     *
     * @return how many
     */
    Uni<Long> reopen(Position from, Instant now);

    Uni<Heard> heard(Instant since);

    /** @param mark changes with everything new */
    record Waiting(LegacyNumber number, long mark) {}

    /**
     * @param first when something was heard first, ever
     * @param events how many changes were heard since the instant that was asked about
     * @param waiting how many reservations are not compared yet
     */
    record Heard(Optional<Instant> first, long events, long waiting) {}
}
