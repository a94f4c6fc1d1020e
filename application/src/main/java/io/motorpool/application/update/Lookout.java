package io.motorpool.application.update;

import io.motorpool.application.shared.ChangeSignals;
import io.motorpool.application.shared.OverloadedException;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.TooManyWatches;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Everybody who watches something on this node. Signals make it fast and looking makes it right: each watcher looks through
 * the ordinary use case, when something was told about the thing and when nothing was told for long, and is told what looks
 * different. Nothing is kept for a watcher but what they were told last, so one who is slow misses what lay between and
 * sees the latest.
 */
public final class Lookout implements ChangeSignals.Listener {

    /** Of one user on one node. A phone shows one thing at a time; the rest is for several devices and for pages. */
    public static final int MOST_OF_ONE = 20;

    /** On one node: if nothing changes, they look 133 times a second. */
    public static final int MOST_OF_ALL = 2_000;

    private final Pace pace;
    private final Clock clock;
    private final int mostOfAll;
    private final Map<UUID, Set<Bell>> bells = new HashMap<>();
    private final Map<UserId, Integer> watching = new HashMap<>();
    private int watchers;

    public Lookout(ChangeSignals signals, Pace pace, Clock clock) {
        this(signals, pace, clock, MOST_OF_ALL);
    }

    Lookout(ChangeSignals signals, Pace pace, Clock clock, int mostOfAll) {
        this.pace = pace;
        this.clock = clock;
        this.mostOfAll = mostOfAll;
        signals.listen(this);
    }

    /** How many watch at this moment. */
    public synchronized int watchers() {
        return watchers;
    }

    @Override
    public void changed(Set<UUID> things) {
        bellsOf(things).forEach(Bell::ring);
    }

    @Override
    public void anythingMayHaveChanged() {
        everyBell().forEach(Bell::ring);
    }

    private synchronized Set<Bell> bellsOf(Set<UUID> things) {
        Set<Bell> found = new HashSet<>();
        things.forEach(thing -> found.addAll(bells.getOrDefault(thing, Set.of())));
        return found;
    }

    private synchronized Set<Bell> everyBell() {
        Set<Bell> found = new HashSet<>();
        bells.values().forEach(found::addAll);
        return found;
    }

    /**
     * Ends with the first refusal, and fails when a look fails otherwise than in passing. What it takes is given back in
     * either case, and when nobody listens any longer.
     *
     * @param thing under which changes are told
     * @param look as the watcher could do it by themselves
     * @param news what of it they do not know yet
     */
    <T, N> Multi<Decision<Sight<N>, Refusal>> watch(
            Watcher watcher,
            UUID thing,
            Function<Caller, Uni<Decision<T, Refusal>>> look,
            Function<T, Optional<N>> news) {
        return Multi.createFrom()
                .resource(
                        () -> enter(watcher.caller().user(), thing),
                        entered -> entered.fold(
                                seat -> new Watching<>(watcher.asking(), look, news, seat.bell(), pace, clock).sights(),
                                refusal -> Multi.createFrom().item(Decision.refuse(refusal))))
                .withFinalizer(this::left);
    }

    /** A place among those who watch. */
    private record Seat(UserId user, UUID thing, Bell bell) {}

    private synchronized Decision<Seat, Refusal> enter(UserId user, UUID thing) {
        int own = watching.getOrDefault(user, 0);
        if (own >= MOST_OF_ONE) {
            return Decision.refuse(new TooManyWatches(MOST_OF_ONE, pace.silence()));
        }
        if (watchers >= mostOfAll) {
            throw new OverloadedException("%d watch on this node already".formatted(watchers));
        }
        Seat seat = new Seat(user, thing, new Bell());
        watchers++;
        watching.put(user, own + 1);
        var _ = bells.computeIfAbsent(thing, _ -> new HashSet<>()).add(seat.bell());
        return Decision.accept(seat);
    }

    private void left(Decision<Seat, Refusal> entered) {
        if (entered instanceof Decision.Accepted<Seat, Refusal>(var seat)) {
            leave(seat);
        }
    }

    private synchronized void leave(Seat seat) {
        watchers--;
        watching.computeIfPresent(seat.user(), (_, own) -> own == 1 ? null : own - 1);
        bells.computeIfPresent(seat.thing(), (_, others) -> {
            others.remove(seat.bell());
            return others.isEmpty() ? null : others;
        });
    }
}
