package io.motorpool.domain.reconciliation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.Surroundings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares one legacy reservation with what Motorpool would have made of it. The first thing that differs is the verdict: what
 * follows from a decision that was never taken says nothing.
 */
public final class ShadowComparison {

    private final LegacyNumber number;
    private final ShadowWorld world;
    private @Nullable Reservation shadow;
    private @Nullable LegacyRow row;
    private boolean removed;

    private ShadowComparison(LegacyNumber number, ShadowWorld world) {
        this.number = number;
        this.world = world;
    }

    /**
     * The verdict; empty if nothing is known of the reservation.
     *
     * @param events everything that was heard of it and of those that share its vehicles or its driver, in whatever order
     */
    public static Optional<Verdict> of(LegacyNumber number, List<ChangeEvent> events, Masters masters) {
        return Optional.ofNullable(of(List.of(number), events, masters).get(number));
    }

    /** The verdicts of several, of those of which something is known. */
    public static Map<LegacyNumber, Verdict> of(
            Collection<LegacyNumber> numbers, List<ChangeEvent> events, Masters masters) {
        Neighbourhoods neighbourhoods = Neighbourhoods.of(events);
        Map<LegacyNumber, Verdict> verdicts = new HashMap<>();
        for (LegacyNumber number : numbers) {
            neighbourhoods
                    .of(number)
                    .ifPresent(own -> verdicts.put(number, verdict(own, neighbourhoods.around(own), masters)));
        }
        return verdicts;
    }

    private static Verdict verdict(History own, Map<LegacyNumber, History> around, Masters masters) {
        return new ShadowComparison(own.number(), new ShadowWorld(own.number(), around, masters)).compare(own.events());
    }

    private Verdict compare(List<ChangeEvent> events) {
        Image last = null;
        for (ChangeEvent event : events) {
            last = History.image(event).orElse(null);
            Optional<Verdict> verdict = replay(event, last);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        if (last instanceof Image.Unreadable unreadable) {
            return new Verdict.Unprocessable(unreadable);
        }
        return removed ? new Verdict.ExtraNew() : compareFields();
    }

    private Verdict compareFields() {
        if (row == null || shadow == null) {
            return new Verdict.Match();
        }
        List<Verdict.FieldDifference> differences = FieldComparison.of(row, shadow);
        return differences.isEmpty() ? new Verdict.Match() : new Verdict.FieldDiff(differences);
    }

    private Optional<Verdict> replay(ChangeEvent event, @Nullable Image image) {
        if (image == null) {
            removed = shadow != null;
            row = null;
            return Optional.empty();
        }
        return image instanceof Image.Readable(var after) ? replay(event, after) : Optional.empty();
    }

    private Optional<Verdict> replay(ChangeEvent event, LegacyRow after) {
        Optional<Verdict.Missing> missing = world.masters().missing(after);
        if (missing.isPresent()) {
            return Optional.of(new Verdict.MissingNew(missing.get()));
        }
        if (row == null && !(event.change() instanceof Created)) {
            shadow = Shadow.adopted(number, after, around(event, after), event.at());
        } else {
            Optional<Verdict> refused = decide(event, after);
            if (refused.isPresent()) {
                return refused;
            }
        }
        removed = false;
        row = after;
        return Optional.empty();
    }

    private Optional<Verdict> decide(ChangeEvent event, LegacyRow after) {
        Reservation next = row == null ? null : shadow;
        for (ShadowStep step : ShadowStep.between(row, after)) {
            Decision<Reservation, ReservationRefusal> decision = next == null
                    ? Shadow.reserved(number, after, around(event, after), event.at())
                    : Shadow.stepped(next, step, after, around(event, after), event.at());
            switch (decision) {
                case Decision.Accepted<Reservation, ReservationRefusal>(var accepted) -> next = accepted;
                case Decision.Refused<Reservation, ReservationRefusal>(var reason) -> {
                    return Optional.of(Verdict.DecisionDiff.of(event.position(), step, reason));
                }
            }
        }
        shadow = next;
        return Optional.empty();
    }

    private Surroundings around(ChangeEvent event, LegacyRow after) {
        return world.around(after, event.position(), event.at());
    }
}
