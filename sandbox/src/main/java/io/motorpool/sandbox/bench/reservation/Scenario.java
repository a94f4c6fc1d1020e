package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.bench.Compared.Goal;
import io.motorpool.sandbox.bench.Question;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One kind of request. Each side is asked the same, counted on its own, since each has a database of its own. Where
 * clients are rivals, all of them ask for the same in one round, and one of them has to get it.
 */
final class Scenario {

    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration TEN_DAYS = Duration.ofDays(10);

    private final String name;
    private final Kind kind;
    private final List<String> statements;
    private final Asking asking;
    private final Map<Side, Tally> tallies = new ConcurrentHashMap<>();

    private Scenario(String name, Kind kind, List<String> statements, Asking asking) {
        this.name = name;
        this.kind = kind;
        this.statements = statements;
        this.asking = asking;
    }

    private enum Kind {
        WRITE,
        READ,
        RIVALRY
    }

    @FunctionalInterface
    private interface Asking {

        /** @return whether what was asked for was granted */
        Future<Boolean> ask(Side side, long round, int rival);
    }

    private static final class Tally {
        private final AtomicLong rounds = new AtomicLong();
        private final AtomicLong granted = new AtomicLong();
        private final AtomicLong wrong = new AtomicLong();
    }

    static List<Scenario> all(Fleet fleet) {
        return List.of(
                new Scenario(
                        "create",
                        Kind.WRITE,
                        Statements.OF_CREATE,
                        (side, round, _) -> side.reserve(fleet.free(round), "free" + round)),
                new Scenario(
                        "read",
                        Kind.READ,
                        Statements.OF_READ,
                        (side, round, _) ->
                                side.read(Fleet.someReservation(round)).map(true)),
                new Scenario(
                        "availability",
                        Kind.READ,
                        Statements.OF_AVAILABILITY,
                        (side, round, _) -> side.availability(
                                        Fleet.someVehicle(round),
                                        fleet.readFrom(round),
                                        fleet.readFrom(round).plus(TWO_DAYS))
                                .map(true)),
                new Scenario(
                        "availability-far",
                        Kind.READ,
                        Statements.OF_AVAILABILITY,
                        (side, round, _) -> side.availability(
                                        Fleet.someVehicle(round), fleet.farFrom(round), fleet.beyondHorizon())
                                .map(true)),
                new Scenario(
                        "search",
                        Kind.READ,
                        Statements.OF_SEARCH,
                        (side, round, _) -> side.search(
                                        fleet.company(),
                                        Fleet.someVehicle(round),
                                        fleet.readFrom(round),
                                        fleet.readFrom(round).plus(TEN_DAYS))
                                .map(true)),
                new Scenario(
                        "create-hot",
                        Kind.WRITE,
                        Statements.OF_CREATE,
                        (side, round, _) -> side.reserve(fleet.hot(round), "hot" + round)),
                new Scenario(
                        "create-rivals",
                        Kind.RIVALRY,
                        Statements.OF_CREATE,
                        (side, round, rival) ->
                                side.reserve(fleet.contended(round, rival), "rival" + round + "-" + rival)));
    }

    String name() {
        return name;
    }

    /** A single client has no rival. */
    boolean suits(int clients) {
        return kind != Kind.RIVALRY || clients > 1;
    }

    /** Rounds over rivals are stated without a goal: what they cost depends on who is in whose way. */
    Goal goal(int clients) {
        return switch (kind) {
            case WRITE -> new Goal(0.6, null);
            case READ -> new Goal(0.7, clients == 32 ? 15.0 : null);
            case RIVALRY -> Goal.NONE;
        };
    }

    boolean writes() {
        return kind != Kind.READ;
    }

    /** Goes on where the last question to this side ended: what is reserved cannot be reserved again. */
    Question to(Side side, int clients) {
        Tally tally = tallies.computeIfAbsent(side, _ -> new Tally());
        int rivals = kind == Kind.RIVALRY ? clients : 1;
        long first = tally.rounds.get();
        AtomicLong asked = new AtomicLong();
        return _ -> {
            long turn = asked.getAndIncrement();
            long round = first + turn / rivals;
            var _ = tally.rounds.accumulateAndGet(round + 1, Math::max);
            return asking.ask(side, round, (int) (turn % rivals)).onSuccess(granted -> {
                if (granted) {
                    var _ = tally.granted.incrementAndGet();
                }
            });
        };
    }

    /** What the first client of a round makes the application send. */
    List<String> statements() {
        return statements;
    }

    /** Rounds since the last call in which not exactly one was granted what it asked for. While nobody asks. */
    long newWrongRounds(Side side) {
        Tally tally = tallies.computeIfAbsent(side, _ -> new Tally());
        long wrong = tally.rounds.get() - tally.granted.get();
        long before = tally.wrong.getAndSet(wrong);
        return Math.abs(wrong - before);
    }
}
