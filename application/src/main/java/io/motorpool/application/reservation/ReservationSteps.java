package io.motorpool.application.reservation;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.reservation.ReservationCompanion.Booking;
import io.motorpool.application.reservation.ReservationCompanion.Sequel;
import io.motorpool.application.reservation.ReservationCompanion.Taking;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The path that every change of a reservation takes: lock, load, allow, compare the version, decide, store, write down.
 * A use case brings the decision; the path is the same for all of them.
 */
public final class ReservationSteps {

    private final UnitOfWork unitOfWork;
    private final Reservations reservations;
    private final Journal journal;
    private final Clock clock;
    private final List<ReservationCompanion> companions;

    /** @param companions asked in this order, on every step that a caller takes */
    public ReservationSteps(
            UnitOfWork unitOfWork,
            Reservations reservations,
            Journal journal,
            Clock clock,
            List<ReservationCompanion> companions) {
        this.unitOfWork = unitOfWork;
        this.reservations = reservations;
        this.journal = journal;
        this.clock = clock;
        this.companions = List.copyOf(companions);
    }

    /**
     * Who may take the step.
     *
     * @param action its name in the audit trail
     * @param byDriver what the driver needs for their own reservation; absent when the step is not theirs to take
     * @param byOthers what anybody else needs, besides a reason
     */
    record Rule(String action, Optional<Permission> byDriver, Permission byOthers) {

        static Rule ofDriverOr(String action, Permission byOthers) {
            return new Rule(action, Optional.of(Permission.RESERVE), byOthers);
        }

        static Rule ofSupport(String action) {
            return new Rule(action, Optional.empty(), Permission.SUPPORT_RESERVATIONS);
        }
    }

    /**
     * One reservation before and after.
     *
     * @param besides what else is stored with it
     */
    record Step(
            Versioned<? extends Reservation> before,
            Changed<? extends Reservation> after,
            Supplier<Uni<Void>> besides) {

        Step(Versioned<? extends Reservation> before, Changed<? extends Reservation> after) {
            this(before, after, () -> Uni.createFrom().voidItem());
        }

        Step as(Changed<? extends Reservation> further) {
            return new Step(before, further, besides);
        }
    }

    /** Decides what becomes of the reservation, and of others if need be; what does not change has no step. */
    interface Choice {
        Uni<Decision<List<Step>, Refusal>> about(Versioned<Reservation> reservation);
    }

    Uni<Decision<ReservationView, Refusal>> take(ReservationChange change, Rule rule, Choice choice) {
        return take(change, rule, List.of(), choice);
    }

    /** @param otherVehicles whose schedules the decision is about too */
    Uni<Decision<ReservationView, Refusal>> take(
            ReservationChange change, Rule rule, List<VehicleId> otherVehicles, Choice choice) {
        return unitOfWork.inTransaction(() -> reservations
                .lock(List.of(change.reservation()), otherVehicles)
                .chain(found -> Proceed.with(
                        allow(change, rule, found.stream().findFirst()),
                        stored -> choose(change, rule, choice, stored))));
    }

    /** The reservation, if it exists for the caller, they may take the step, and it is the version they saw. */
    Decision<Versioned<Reservation>, Refusal> allow(
            ReservationChange change, Rule rule, Optional<Versioned<Reservation>> found) {
        return visible(change, found)
                .then(stored -> permitted(change, rule, stored))
                .then(stored -> stored.ifStill(change.seen()).widened().map(_ -> stored));
    }

    /** A member does not see the reservations of others. */
    private static Decision<Versioned<Reservation>, Refusal> visible(
            ReservationChange change, Optional<Versioned<Reservation>> found) {
        return found.filter(
                        stored -> change.caller().reaches(stored.value().terms().company()))
                .filter(stored -> isDriver(change, stored)
                        || change.caller().holds(Permission.READ_ALL_RESERVATIONS)
                        || change.caller().holds(Permission.SUPPORT_RESERVATIONS))
                .<Decision<Versioned<Reservation>, Refusal>>map(Decision::accept)
                .orElseGet(() -> Decision.refuse(new NotFound(Thing.RESERVATION)));
    }

    private static Decision<Versioned<Reservation>, Refusal> permitted(
            ReservationChange change, Rule rule, Versioned<Reservation> stored) {
        Permission needed = needed(change, rule, stored);
        return Permit.to(
                        change.caller(),
                        needed,
                        Thing.RESERVATION,
                        Optional.of(stored),
                        it -> it.value().terms().company())
                .widened()
                .then(it -> needed == rule.byOthers() && change.reason() == null
                        ? Decision.refuse(new ReservationRefusal.ReasonRequired())
                        : Decision.accept(it));
    }

    private static Permission needed(ReservationChange change, Rule rule, Versioned<Reservation> stored) {
        return rule.byDriver()
                .filter(_ -> isDriver(change, stored))
                .filter(own -> change.caller().holds(own))
                .orElse(rule.byOthers());
    }

    private static boolean isDriver(ReservationChange change, Versioned<Reservation> stored) {
        return stored.value().terms().driver().equals(change.caller().user());
    }

    private Uni<Decision<ReservationView, Refusal>> choose(
            ReservationChange change, Rule rule, Choice choice, Versioned<Reservation> stored) {
        Deed deed = new Deed(
                change.caller(), needed(change, rule, stored), rule.action(), Optional.ofNullable(change.reason()));
        return Proceed.with(
                choice.about(stored),
                steps -> steps.isEmpty() ? Proceed.done(ReservationView.of(stored)) : follow(deed, stored, steps));
    }

    private Uni<Decision<ReservationView, Refusal>> follow(Deed deed, Versioned<Reservation> stored, List<Step> steps) {
        return Proceed.with(
                consider(steps),
                sequel -> store(deed, steps).call(sequel::carryOut).map(views -> Decision.accept(own(stored, views))));
    }

    private Uni<Decision<Sequel, Refusal>> consider(List<Step> steps) {
        Uni<Decision<Sequel, Refusal>> all = Proceed.done(Sequel.nothing());
        for (Step step : steps) {
            all = Proceed.with(all, so -> consider(step).map(next -> next.map(so::and)));
        }
        return all;
    }

    private Uni<Decision<Sequel, Refusal>> consider(Step step) {
        Taking taking = new Taking(step.before().value(), step.after().reservation(), clock.instant());
        return ask(companion -> companion.consider(taking));
    }

    /** What the companions say to a new one. */
    Uni<Decision<Sequel, Refusal>> consider(Booking booking) {
        return ask(companion -> companion.consider(booking));
    }

    /** One after the other: the first refusal counts. */
    private Uni<Decision<Sequel, Refusal>> ask(
            Function<ReservationCompanion, Uni<Decision<Sequel, Refusal>>> question) {
        Uni<Decision<Sequel, Refusal>> all = Proceed.done(Sequel.nothing());
        for (ReservationCompanion companion : companions) {
            all = Proceed.with(all, so -> question.apply(companion).map(next -> next.map(so::and)));
        }
        return all;
    }

    /** A colleague drives on: whoever decided that has locked the reservation and allowed it. */
    public Uni<Void> changeDriver(Deed deed, Versioned<Reservation> stored, Changed<InUse> changed) {
        return store(deed, List.of(new Step(stored, changed))).replaceWithVoid();
    }

    private static ReservationView own(Versioned<Reservation> stored, List<ReservationView> changed) {
        return changed.stream()
                .filter(view -> view.id().equals(stored.value().id()))
                .findFirst()
                .orElseGet(() -> ReservationView.of(stored));
    }

    /** Writes down that there is a new one, and tells what it is. */
    Uni<ReservationView> begin(Deed deed, Changed<Reserved> reserved) {
        ReservationView view = ReservationView.of(new Versioned<>(reserved.reservation(), Version.FIRST));
        Effect effect = new Effect(view.company(), view.id().value(), Map.of(), view.facts());
        return journal.write(deed, List.of(effect), reserved.events()).replaceWith(() -> view);
    }

    /** Stores the steps, writes them down and tells what has become of each. */
    Uni<List<ReservationView>> store(Deed deed, List<Step> steps) {
        List<Versioned<? extends Reservation>> changed = new ArrayList<>();
        steps.forEach(step -> changed.add(step.before().with(step.after().reservation())));
        return reservations
                .saveAll(changed)
                .call(() -> besides(steps))
                .chain(versions -> write(deed, steps, changed, versions));
    }

    private static Uni<Void> besides(List<Step> steps) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Step step : steps) {
            all = all.chain(() -> step.besides().get());
        }
        return all;
    }

    private Uni<List<ReservationView>> write(
            Deed deed, List<Step> steps, List<Versioned<? extends Reservation>> changed, List<Version> versions) {
        List<Effect> effects = new ArrayList<>();
        List<ReservationEvent> events = new ArrayList<>();
        List<ReservationView> views = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ReservationView before = ReservationView.of(steps.get(i).before());
            ReservationView after =
                    ReservationView.of(new Versioned<>(changed.get(i).value(), versions.get(i)));
            effects.add(new Effect(after.company(), after.id().value(), before.facts(), after.facts()));
            events.addAll(steps.get(i).after().events());
            views.add(after);
        }
        return journal.write(deed, effects, events).replaceWith(() -> views);
    }
}
