package io.motorpool.domain.key;

import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.key.Fixtures.AT_REST;
import static io.motorpool.domain.key.Fixtures.HAND_OVER;
import static io.motorpool.domain.key.Fixtures.NOON;
import static io.motorpool.domain.key.Fixtures.RESERVATION;
import static io.motorpool.domain.key.Fixtures.aKey;
import static io.motorpool.domain.key.Fixtures.recipient;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every interleaving of two people, an agent, a vehicle and the air between. What was sent to the vehicle arrives at any
 * time, several times, or never; so do its answers; and it may fail to learn a key. The steps of the people are those of
 * the model itself; a subclass may plant a fault.
 */
class SmallModel {

    /** Beyond how many orders to the vehicle nobody begins anything new: enough for a hand-over, its recall and another. */
    private static final long ORDERS = 7;

    /** What everybody knows and does not know at one moment. */
    record World(
            VehicleKey key,
            @Nullable UserId driver,
            boolean over,
            Vehicle vehicle,
            Set<KeyOrder> sent,
            Set<Said> said) {

        World with(VehicleKey changed) {
            return new World(changed, driver, over, vehicle, sent, said);
        }

        World with(VehicleKey changed, @Nullable UserId nextDriver) {
            return new World(changed, nextDriver, over, vehicle, sent, said);
        }

        boolean isOver() {
            return over && key.custody() instanceof Custody.Nobody;
        }

        boolean isDriven() {
            return key.held().map(KeyGrant::holder).equals(Optional.ofNullable(driver));
        }
    }

    /** The vehicle: whose phones open it, and the last order that it has carried out. */
    record Vehicle(long number, Set<UserId> opensTo) {}

    /** What a vehicle said to an order. */
    record Said(KeyOrder order, boolean done) {}

    /** On whose doing the world moves on. */
    enum Mover {
        PEOPLE,
        AGENT,
        MACHINE,
        FAULT
    }

    record Move(Mover mover, String name, World to) {}

    /** All worlds that can be reached, how each was first reached, and where one gets from it. */
    record Explored(Map<World, List<Move>> moves, Map<World, String> ways) {

        /** The first world in which something is wrong, and the way there. */
        Optional<String> first(Predicate<World> wrong) {
            return moves.keySet().stream().filter(wrong).findFirst().map(world -> ways.get(world) + " ⇒ " + world);
        }

        /** The first world from which, with these movers alone, nobody gets to a world of the kind. */
        Optional<String> firstWithoutAWay(Set<Mover> movers, Predicate<World> from, Predicate<World> there) {
            Map<World, List<World>> back = new HashMap<>();
            moves.forEach((world, next) -> next.stream()
                    .filter(move -> movers.contains(move.mover()))
                    .forEach(move -> back.computeIfAbsent(move.to(), _ -> new ArrayList<>())
                            .add(world)));
            Set<World> good =
                    new HashSet<>(moves.keySet().stream().filter(there).collect(Collectors.toSet()));
            Deque<World> open = new ArrayDeque<>(good);
            while (!open.isEmpty()) {
                back.getOrDefault(open.pop(), List.of()).stream()
                        .filter(good::add)
                        .forEach(open::push);
            }
            return first(world -> from.test(world) && !good.contains(world));
        }
    }

    Explored explore() {
        World start = new World(aKey(), null, false, new Vehicle(0, Set.of()), Set.of(), Set.of());
        Map<World, List<Move>> moves = new LinkedHashMap<>();
        Map<World, String> ways = new HashMap<>(Map.of(start, "start"));
        Deque<World> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            World world = open.poll();
            List<Move> next = moves(world).filter(SmallModel::isWithinSight).toList();
            moves.put(world, next);
            for (Move move : next) {
                if (ways.putIfAbsent(move.to(), ways.get(world) + " → " + move.name()) == null) {
                    open.add(move.to());
                }
            }
        }
        return new Explored(moves, ways);
    }

    /** People begin nothing new beyond it; what has begun goes on to its end. */
    private static boolean isWithinSight(Move move) {
        return switch (move.mover()) {
            case PEOPLE, AGENT -> move.to().over() || move.to().key().order() <= ORDERS;
            case MACHINE, FAULT -> true;
        };
    }

    private Stream<Move> moves(World world) {
        return Stream.of(people(world), agent(world), machine(world)).flatMap(each -> each);
    }

    private Stream<Move> people(World world) {
        if (world.over()) {
            return Stream.empty();
        }
        if (world.driver() == null) {
            return Stream.of(new Move(
                    Mover.PEOPLE,
                    "Kim starts",
                    world.with(
                            world.key()
                                    .handOut(grant(world), RESERVATION, KIM, ODOMETER, NOON)
                                    .key(),
                            KIM)));
        }
        return Stream.of(
                        Stream.of(KIM, LEE).flatMap(giver -> offers(world, giver)),
                        answers(world),
                        Stream.of(returned(Mover.PEOPLE, name(world.driver()) + " returns", world)))
                .flatMap(each -> each);
    }

    private Stream<Move> offers(World world, UserId giver) {
        UserId recipient = giver.equals(KIM) ? LEE : KIM;
        return accepted(world.key().offer(HAND_OVER, giver, recipient(giver, recipient), AT_REST, NOON))
                .map(changed -> new Move(Mover.PEOPLE, name(giver) + " offers", world.with(changed.key())));
    }

    private Stream<Move> answers(World world) {
        HandOver handOver = world.key().handOver();
        if (handOver == null) {
            return Stream.empty();
        }
        UserId giver = handOver.terms().giver();
        UserId colleague = handOver.terms().recipient();
        return Stream.of(
                        accepted(world.key()
                                        .takeOver(handOver, grant(world), recipient(giver, colleague), AT_REST, NOON))
                                .map(taken -> new Move(
                                        Mover.PEOPLE,
                                        name(colleague) + " accepts",
                                        world.with(
                                                afterAccepting(taken.key().key()),
                                                taken.reservation()
                                                        .reservation()
                                                        .terms()
                                                        .driver()))),
                        accepted(world.key().decline(handOver, NOON))
                                .map(changed -> new Move(
                                        Mover.PEOPLE, name(colleague) + " declines", world.with(changed.key()))),
                        accepted(world.key().withdraw(handOver, NOON))
                                .map(changed ->
                                        new Move(Mover.PEOPLE, name(giver) + " withdraws", world.with(changed.key()))),
                        world.key().expire(NOON.plus(KeyPolicy.OFFER_LIFE)).stream()
                                .map(changed ->
                                        new Move(Mover.MACHINE, "the offer expires", world.with(changed.key()))))
                .flatMap(each -> each);
    }

    private Stream<Move> agent(World world) {
        if (world.over() || world.driver() == null) {
            return Stream.empty();
        }
        HandOver handOver = world.key().handOver();
        Stream<Move> recalled = handOver == null
                ? Stream.empty()
                : accepted(world.key()
                                .recall(
                                        handOver,
                                        grant(world),
                                        recipient(
                                                handOver.terms().recipient(),
                                                handOver.terms().giver()),
                                        NOON))
                        .map(back -> new Move(
                                Mover.AGENT,
                                "the agent recalls",
                                world.with(back.key().key(), handOver.terms().giver())));
        return Stream.concat(recalled, Stream.of(returned(Mover.AGENT, "the agent ends the use", world)));
    }

    private static Move returned(Mover mover, String name, World world) {
        VehicleKey after = world.key().takeBack(ODOMETER, NOON).key();
        return new Move(
                mover, name, new World(after, world.driver(), true, world.vehicle(), world.sent(), world.said()));
    }

    private Stream<Move> machine(World world) {
        Stream<Move> sending = world.key().wanted().stream()
                .filter(order -> !world.sent().contains(order))
                .map(order -> new Move(Mover.MACHINE, "send " + order.number(), sent(world, order)));
        Stream<Move> arriving = world.sent().stream().flatMap(order -> arrivals(world, order));
        Stream<Move> hearing = world.said().stream().flatMap(said -> hearings(world, said));
        return Stream.of(sending, arriving, hearing).flatMap(each -> each);
    }

    private static World sent(World world, KeyOrder order) {
        return new World(
                world.key(), world.driver(), world.over(), world.vehicle(), and(world.sent(), order), world.said());
    }

    private Stream<Move> arrivals(World world, KeyOrder order) {
        Vehicle after = carryOut(world.vehicle(), order);
        Stream<Move> well = after.number() == order.number()
                ? Stream.of(new Move(
                        Mover.MACHINE,
                        "the vehicle carries out " + order.number(),
                        told(world, after, new Said(order, true))))
                : Stream.empty();
        boolean mayFail = order.wish() instanceof KeyOrder.Learn
                && order.number() > world.vehicle().number();
        return mayFail
                ? Stream.concat(
                        well,
                        Stream.of(new Move(
                                Mover.FAULT,
                                "the vehicle fails at " + order.number(),
                                told(world, world.vehicle(), new Said(order, false)))))
                : well;
    }

    private static World told(World world, Vehicle vehicle, Said said) {
        return new World(world.key(), world.driver(), world.over(), vehicle, world.sent(), and(world.said(), said));
    }

    /** A vehicle carries out each number once, and nothing that comes with a lower one. */
    Vehicle carryOut(Vehicle vehicle, KeyOrder order) {
        return order.number() > vehicle.number() ? after(vehicle, order) : vehicle;
    }

    static Vehicle after(Vehicle vehicle, KeyOrder order) {
        return new Vehicle(
                order.number(),
                switch (order.wish()) {
                    case KeyOrder.Forget _ -> Set.of();
                    case KeyOrder.Learn(var holder) -> and(vehicle.opensTo(), holder);
                });
    }

    private Stream<Move> hearings(World world, Said said) {
        if (said.done()) {
            return world.key().done(said.order(), ODOMETER, NOON).stream()
                    .map(changed ->
                            new Move(Mover.MACHINE, "we hear of " + said.order().number(), world.with(changed.key())));
        }
        boolean heardBefore = world.key().custody() instanceof Custody.OnErrand on
                && on.errand().failures() > 0;
        return heardBefore
                ? Stream.empty()
                : world.key().failed(said.order(), NOON).stream()
                        .map(changed -> new Move(
                                Mover.FAULT,
                                "we hear that " + said.order().number() + " failed",
                                world.with(afterFailing(changed.key()))));
    }

    /** Where a fault can be planted. */
    VehicleKey afterAccepting(VehicleKey key) {
        return key;
    }

    /** Where a fault can be planted. */
    VehicleKey afterFailing(VehicleKey key) {
        return key;
    }

    private static KeyGrantId grant(World world) {
        return new KeyGrantId(new UUID(12, world.key().order()));
    }

    private static <T> Stream<T> accepted(Decision<T, ?> decision) {
        return decision.<Stream<T>>fold(Stream::of, _ -> Stream.empty());
    }

    private static <T> Set<T> and(Set<T> some, T another) {
        Set<T> more = new HashSet<>(some);
        more.add(another);
        return Set.copyOf(more);
    }

    private static String name(@Nullable UserId user) {
        return KIM.equals(user) ? "Kim" : "Lee";
    }
}
