package io.motorpool.domain.key;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.Custody.Granting;
import io.motorpool.domain.key.Custody.Held;
import io.motorpool.domain.key.Custody.Nobody;
import io.motorpool.domain.key.Custody.OnErrand;
import io.motorpool.domain.key.Custody.Revoking;
import io.motorpool.domain.key.HandOver.Accepted;
import io.motorpool.domain.key.HandOver.InTransit;
import io.motorpool.domain.key.HandOver.KeyPending;
import io.motorpool.domain.key.HandOver.KeyRevoked;
import io.motorpool.domain.key.HandOver.Offered;
import io.motorpool.domain.key.HandOver.UnderWay;
import io.motorpool.domain.key.HandOver.WithdrawnBy;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of one vehicle: who can open it, to whom it is offered, and what the vehicle still has to be told. "Never two
 * holders" is a rule between the grants of one vehicle, also of reservations that follow each other, so the vehicle's key
 * is the aggregate; that a reservation has at most one open grant and one open offer follows from it (P9, ADR-0048).
 *
 * <p>The vehicle is far away and its answers get lost. So the key says what is wanted of the vehicle ({@link #errand}), a
 * new key is wanted only when the vehicle has said that it has forgotten the old one, and every new order has a number of
 * its own: an answer to an earlier one changes nothing.
 *
 * @param order the number of the last order to the vehicle; 0 before the first
 * @param handOver the one that is not at its end; absent when there is none
 */
public record VehicleKey(
        VehicleId vehicle,
        CompanyId company,
        long order,
        Custody custody,
        @Nullable UnderWay handOver) {

    public VehicleKey {
        if (!agree(custody, handOver)) {
            throw new IllegalArgumentException("custody %s and hand-over %s cannot be together"
                    .formatted(custody, handOver == null ? "none" : handOver.status()));
        }
    }

    /** The key of a vehicle that nobody has had yet. */
    public static VehicleKey of(VehicleId vehicle, CompanyId company) {
        return new VehicleKey(vehicle, company, 0, new Nobody(), null);
    }

    private static boolean agree(Custody custody, @Nullable UnderWay handOver) {
        return switch (handOver) {
            case null -> true;
            case Offered(var terms) ->
                custody instanceof Held(var grant)
                        && grant.holder().equals(terms.giver())
                        && grant.reservation().equals(terms.reservation());
            case Accepted accepted ->
                custody instanceof Revoking revoking
                        && revoking.grant() != null
                        && isFor(revoking.next(), accepted.terms());
            case KeyRevoked revoked -> custody instanceof Granting granting && isFor(granting.next(), revoked.terms());
            case KeyPending pending -> custody instanceof Granting granting && isFor(granting.next(), pending.terms());
        };
    }

    private static boolean isFor(@Nullable Claim next, HandOver.Terms terms) {
        return next != null
                && next.holder().equals(terms.recipient())
                && next.reservation().equals(terms.reservation());
    }

    /**
     * The key after a step.
     *
     * @param grants those that the step opened or closed
     * @param handOvers those that the step began, moved on or ended
     */
    public record Changed(VehicleKey key, List<KeyGrant> grants, List<HandOver> handOvers, List<KeyEvent> events) {

        public Changed {
            grants = List.copyOf(grants);
            handOvers = List.copyOf(handOvers);
            events = List.copyOf(events);
        }

        /** This step and then a further one, taken as one. */
        Changed and(Changed further) {
            return new Changed(
                    further.key,
                    joined(grants, further.grants),
                    joined(handOvers, further.handOvers),
                    joined(events, further.events));
        }

        private static <T> List<T> joined(List<T> one, List<T> other) {
            List<T> both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }
    }

    /** A reservation has begun: its driver gets the key, once whoever had it before can no longer use theirs. */
    public Changed handOut(KeyGrantId grant, ReservationId reservation, UserId driver, Odometer reading, Instant now) {
        Claim claim = new Claim(grant, reservation, driver, reading);
        return switch (custody) {
            case Nobody _ -> changed(ordering(new Granting(claim, reading, Errand.from(now))));
            case Revoking revoking when handOver == null -> changed(with(revoking.followedBy(claim)));
            case Held _, Granting _, Revoking _ -> {
                Changed taken = takeBack(null, now);
                yield taken.key.custody instanceof Revoking revoking
                        ? taken.and(changed(taken.key.with(revoking.followedBy(claim))))
                        : taken;
            }
        };
    }

    /**
     * The use is over, whatever was going on: nobody has a right to the vehicle any more, and it is to forget every key. This
     * is the way back from everywhere, so nothing refuses it.
     *
     * @param reading what the dashboard shows; absent when nobody could look
     */
    public Changed takeBack(@Nullable Odometer reading, Instant now) {
        Changed calledOff = handOver == null ? changed(this) : calledOff(handOver, WithdrawnBy.END_OF_USE, now);
        return switch (custody) {
            case Nobody _ -> calledOff;
            case Held(var grant) ->
                calledOff
                        .and(closed(grant, reading, now))
                        .and(changed(withoutHandOver()
                                .ordering(new Revoking(grant.reservation(), null, null, Errand.from(now)))));
            case Granting granting ->
                calledOff.and(changed(withoutHandOver()
                        .ordering(new Revoking(granting.next().reservation(), null, null, Errand.from(now)))));
            case Revoking revoking ->
                (revoking.grant() == null ? calledOff : calledOff.and(closed(revoking.grant(), reading, now)))
                        .and(changed(withoutHandOver().with(revoking.forGood())));
        };
    }

    /** The holder offers the key to a colleague. An offer that nobody answered in time is none any more. */
    public Decision<Changed, KeyRefusal> offer(
            HandOverId id, UserId giver, Recipient recipient, VehicleState state, Instant now) {
        if (handOver instanceof Offered offered && offered.isOverAt(now)) {
            Changed before = expired(offered);
            return before.key.offer(id, giver, recipient, state, now).map(before::and);
        }
        if (handOver instanceof Offered) {
            return refuse(new KeyRefusal.OfferAlreadyOpen());
        }
        if (giver.equals(recipient.user())) {
            return refuse(new KeyRefusal.RecipientNotEligible());
        }
        return heldBy(giver)
                .then(_ -> state.restsAt(now))
                .then(_ -> recipient.couldTakeOver(now))
                .map(_ -> offered(id, giver, recipient, now));
    }

    private Changed offered(HandOverId id, UserId giver, Recipient recipient, Instant now) {
        var offered = new Offered(
                new HandOver.Terms(id, recipient.running().id(), company, vehicle, giver, recipient.user(), now));
        return new Changed(
                new VehicleKey(vehicle, company, order, custody, offered),
                List.of(),
                List.of(offered),
                List.of(new KeyEvent.KeyOffered(
                        vehicle,
                        company,
                        offered.terms().reservation(),
                        id,
                        giver,
                        recipient.user(),
                        offered.expiresAt(),
                        now)));
    }

    /** What accepting comes to: the colleague is the reservation's driver, and the vehicle is asked to forget the old key. */
    public record TakenOver(Changed key, Reservation.Changed<InUse> reservation) {}

    /** The colleague takes the key. From here on it is in transit: the giver's is no good, the colleague's not yet. */
    public Decision<TakenOver, Refusal> takeOver(
            HandOver asked, KeyGrantId grant, Recipient recipient, VehicleState state, Instant now) {
        return open(asked, now)
                .then(offered -> state.restsAt(now).map(_ -> offered))
                .widened()
                .then(offered ->
                        recipient.takesOver(now).map(driver -> new TakenOver(taken(offered, grant, now), driver)));
    }

    private Changed taken(Offered offered, KeyGrantId grant, Instant now) {
        Accepted accepted = offered.accept(now);
        HandOver.Terms terms = offered.terms();
        KeyGrant.Open before = held().orElseThrow();
        var revoking = new Revoking(
                terms.reservation(),
                before,
                new Claim(grant, terms.reservation(), terms.recipient(), null),
                Errand.from(now));
        return new Changed(
                new VehicleKey(vehicle, company, order + 1, revoking, accepted),
                List.of(),
                List.of(accepted),
                List.of(new KeyEvent.KeyOfferAccepted(
                        vehicle, company, terms.reservation(), terms.id(), terms.recipient(), now)));
    }

    /** The colleague does not want it. */
    public Decision<Changed, KeyRefusal> decline(HandOver asked, Instant now) {
        return open(asked, now)
                .map(offered -> ended(
                        offered.decline(now),
                        new KeyEvent.KeyOfferDeclined(
                                vehicle,
                                company,
                                offered.terms().reservation(),
                                offered.id(),
                                offered.terms().recipient(),
                                now)));
    }

    /** The giver thinks better of it. */
    public Decision<Changed, KeyRefusal> withdraw(HandOver asked, Instant now) {
        return open(asked, now).map(offered -> calledOff(offered, WithdrawnBy.GIVER, now));
    }

    /** Nobody has answered in time; empty when no offer is over. */
    public Optional<Changed> expire(Instant now) {
        return handOver instanceof Offered offered && offered.isOverAt(now)
                ? Optional.of(expired(offered))
                : Optional.empty();
    }

    /**
     * What calling off comes to.
     *
     * @param reservation with the giver as its driver again; absent when the key had not left them
     */
    public record Recalled(Changed key, Reservation.@Nullable Changed<InUse> reservation) {}

    /**
     * Support calls a hand-over off at any point. A key that is in transit goes back to the giver: what the vehicle knows by
     * now is uncertain, so it forgets that first.
     *
     * @param grant how the giver's new grant will be called
     * @param giver who has to be free to drive on, if the key has left them
     */
    public Decision<Recalled, Refusal> recall(HandOver asked, KeyGrantId grant, Recipient giver, Instant now) {
        if (handOver == null || !isUnderWay(asked)) {
            return refuse(new KeyRefusal.OfferNotOpen(asked.status()));
        }
        Changed calledOff = calledOff(handOver, WithdrawnBy.SUPPORT, now);
        return handOver instanceof InTransit transit
                ? giver.drivesOn(now).map(driver -> new Recalled(calledOff.and(goingBack(transit, grant, now)), driver))
                : accept(new Recalled(calledOff, null));
    }

    private Changed goingBack(InTransit transit, KeyGrantId grant, Instant now) {
        HandOver.Terms terms = transit.terms();
        return switch (custody) {
            case Revoking revoking ->
                changed(withoutHandOver()
                        .with(revoking.followedBy(new Claim(grant, terms.reservation(), terms.giver(), null))));
            case Granting granting ->
                changed(withoutHandOver()
                        .ordering(new Revoking(
                                terms.reservation(),
                                null,
                                new Claim(grant, terms.reservation(), terms.giver(), granting.reading()),
                                Errand.from(now))));
            case Nobody _, Held _ -> throw new IllegalStateException("a key in transit is on an errand");
        };
    }

    /** What the vehicle is to be told now; empty when nothing, or when somebody is telling it. */
    public Optional<KeyOrder> errand(Instant now) {
        return custody instanceof OnErrand on && on.errand().isDue(now) ? wanted() : Optional.empty();
    }

    /** What the vehicle is to be told, whenever. */
    public Optional<KeyOrder> wanted() {
        return switch (custody) {
            case Nobody _, Held _ -> Optional.empty();
            case Revoking _ -> Optional.of(new KeyOrder(vehicle, order, new KeyOrder.Forget()));
            case Granting granting ->
                Optional.of(new KeyOrder(
                        vehicle, order, new KeyOrder.Learn(granting.next().holder())));
        };
    }

    /** Somebody is about to tell the vehicle: for a while nobody else does. */
    public VehicleKey asking(Instant now) {
        return custody instanceof OnErrand on ? with(on.with(on.errand().begun(now, KeyPolicy.LEASE))) : this;
    }

    /** The vehicle has carried out the order. Empty when it is not the one that we wait for. */
    public Optional<Changed> done(KeyOrder answered, Odometer reading, Instant now) {
        if (!wanted().equals(Optional.of(answered))) {
            return Optional.empty();
        }
        return switch (custody) {
            case Revoking revoking -> Optional.of(revoked(revoking, reading, now));
            case Granting granting -> Optional.of(granted(granting, now));
            case Nobody _, Held _ -> Optional.empty();
        };
    }

    private Changed revoked(Revoking revoking, Odometer reading, Instant now) {
        KeyGrant.Open grant = revoking.grant();
        Changed closed = grant == null ? changed(this) : closed(grant, reading, now);
        Claim next = revoking.next();
        if (next == null) {
            return closed.and(changed(with(new Nobody())));
        }
        Odometer from = firstOf(next.reading(), grant, reading);
        var granting = new Granting(next, from, Errand.from(now));
        if (handOver instanceof Accepted accepted) {
            KeyRevoked moved = accepted.revoked(from, now);
            return closed.and(new Changed(
                    new VehicleKey(vehicle, company, order + 1, granting, moved),
                    List.of(),
                    List.of(moved),
                    List.of()));
        }
        return closed.and(changed(ordering(granting)));
    }

    /** One reading ends a grant and begins the next, so that no distance is lost between the two. */
    private static Odometer firstOf(@Nullable Odometer known, KeyGrant.@Nullable Open grant, Odometer told) {
        if (known != null) {
            return known;
        }
        return grant != null && told.isBefore(grant.from()) ? grant.from() : told;
    }

    private Changed granted(Granting granting, Instant now) {
        Held held = granting.granted(now);
        KeyGrant.Open grant = held.grant();
        var opened =
                new KeyEvent.KeyGrantOpened(vehicle, company, grant.reservation(), grant.holder(), grant.from(), now);
        List<HandOver> arrived =
                switch (handOver) {
                    case KeyRevoked revoked -> List.of(revoked.granted(now));
                    case KeyPending pending -> List.of(pending.granted(now));
                    case null, default -> List.of();
                };
        return new Changed(
                new VehicleKey(vehicle, company, order, held, null), List.of(grant), arrived, List.of(opened));
    }

    /** The vehicle did not carry the order out, or has not said so. Empty when it is not the one that we wait for. */
    public Optional<Changed> failed(KeyOrder answered, Instant now) {
        if (!wanted().equals(Optional.of(answered)) || !(custody instanceof OnErrand on)) {
            return Optional.empty();
        }
        OnErrand again = on.with(on.errand().failed(now));
        return Optional.of(
                switch (again) {
                    case Granting granting -> notGranted(granting, now);
                    case Revoking revoking -> notRevoked(revoking, now);
                });
    }

    private Changed notGranted(Granting granting, Instant now) {
        List<KeyEvent> alarm = granting.errand().failures() == 1
                ? List.of(new KeyEvent.KeyGrantPending(
                        vehicle,
                        company,
                        granting.next().reservation(),
                        granting.next().holder(),
                        now))
                : List.of();
        if (handOver instanceof KeyRevoked revoked) {
            KeyPending pending = revoked.pending(now);
            return new Changed(
                    new VehicleKey(vehicle, company, order, granting, pending), List.of(), List.of(pending), alarm);
        }
        return new Changed(with(granting), List.of(), List.of(), alarm);
    }

    private Changed notRevoked(Revoking revoking, Instant now) {
        List<KeyEvent> alarm = revoking.errand().failures() == KeyPolicy.STUCK_AFTER
                ? List.of(new KeyEvent.KeyRevocationStuck(vehicle, company, revoking.of(), now))
                : List.of();
        return new Changed(with(revoking), List.of(), List.of(), alarm);
    }

    /** The holder operates the vehicle. */
    public Decision<VehicleOrder, KeyRefusal> operate(Operation operation, UserId by) {
        return operation.isOfSupport()
                ? refuse(new KeyRefusal.KeyNotHeld())
                : heldBy(by).map(_ -> order(operation));
    }

    /** Support operates the vehicle, whoever holds its key. Nobody's engine is stopped while they drive. */
    public Decision<VehicleOrder, KeyRefusal> operateForSupport(Operation operation, VehicleState state, Instant now) {
        return operation == Operation.IMMOBILISE
                ? state.standsAt(now).map(_ -> order(operation))
                : accept(order(operation));
    }

    /** Whoever can open the vehicle, as far as it has told. */
    public Optional<KeyGrant.Open> held() {
        return custody instanceof Held(var grant) ? Optional.of(grant) : Optional.empty();
    }

    private VehicleOrder order(Operation operation) {
        return new VehicleOrder(vehicle, order, operation);
    }

    private Decision<KeyGrant.Open, KeyRefusal> heldBy(UserId user) {
        if (handOver instanceof InTransit) {
            return refuse(new KeyRefusal.KeyInTransit());
        }
        return held().filter(grant -> grant.holder().equals(user))
                .<Decision<KeyGrant.Open, KeyRefusal>>map(Decision::accept)
                .orElseGet(() -> refuse(new KeyRefusal.KeyNotHeld()));
    }

    /** The offer, if it still waits for an answer. */
    private Decision<Offered, KeyRefusal> open(HandOver asked, Instant now) {
        if (!isUnderWay(asked) || !(handOver instanceof Offered offered)) {
            return refuse(new KeyRefusal.OfferNotOpen(asked.status()));
        }
        return offered.isOverAt(now) ? refuse(new KeyRefusal.OfferExpired(offered.expiresAt())) : accept(offered);
    }

    private boolean isUnderWay(HandOver asked) {
        return handOver != null && handOver.id().equals(asked.id());
    }

    private Changed expired(Offered offered) {
        HandOver.Expired expired = offered.expire();
        return ended(
                expired,
                new KeyEvent.KeyOfferExpired(
                        vehicle, company, offered.terms().reservation(), offered.id(), expired.at()));
    }

    private Changed calledOff(UnderWay any, WithdrawnBy by, Instant now) {
        return ended(
                any.withdraw(by, now),
                new KeyEvent.HandOverWithdrawn(vehicle, company, any.terms().reservation(), any.id(), by, now));
    }

    private Changed ended(HandOver end, KeyEvent event) {
        return new Changed(withoutHandOver(), List.of(), List.of(end), List.of(event));
    }

    private Changed closed(KeyGrant.Open grant, @Nullable Odometer reading, Instant now) {
        KeyGrant.Closed closed = grant.close(reading, now);
        return new Changed(
                this,
                List.of(closed),
                List.of(),
                List.of(new KeyEvent.KeyGrantClosed(
                        vehicle, company, closed.reservation(), closed.holder(), closed.until(), now)));
    }

    private static Changed changed(VehicleKey key) {
        return new Changed(key, List.of(), List.of(), List.of());
    }

    private VehicleKey with(Custody next) {
        return new VehicleKey(vehicle, company, order, next, handOver);
    }

    private VehicleKey ordering(OnErrand next) {
        return new VehicleKey(vehicle, company, order + 1, next, handOver);
    }

    private VehicleKey withoutHandOver() {
        return new VehicleKey(vehicle, company, order, custody, null);
    }
}
