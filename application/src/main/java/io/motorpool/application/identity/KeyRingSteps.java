package io.motorpool.application.identity;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.KeyTimings;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * The steps of the key ring. What is slow or far away (making, publishing, destroying) happens between the units of work,
 * each of which decides anew on the ring as it is then: another node may have been faster.
 */
public final class KeyRingSteps {

    private final UnitOfWork unitOfWork;
    private final KeyRings rings;
    private final SigningKeys keys;
    private final KeySetPublication publication;
    private final SecurityJournal journal;
    private final KeyTimings timings;
    private final Clock clock;

    public KeyRingSteps(
            UnitOfWork unitOfWork,
            KeyRings rings,
            SigningKeys keys,
            KeySetPublication publication,
            SecurityJournal journal,
            KeyTimings timings,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.rings = rings;
        this.keys = keys;
        this.publication = publication;
        this.journal = journal;
        this.timings = timings;
        this.clock = clock;
    }

    KeyTimings timings() {
        return timings;
    }

    /** As many steps as can be taken now. */
    Uni<KeyRing> takeAll() {
        return prepare()
                .chain(this::publish)
                .chain(() -> turn(ring -> ring.activateDue(clock.instant(), timings)))
                .chain(this::clear)
                .chain(this::publish)
                .chain(this::present);
    }

    Uni<KeyRing> present() {
        return unitOfWork.reading(() -> rings.find(KeyRings.ISSUER));
    }

    /** Two nodes may make a key at once; the one that is not needed is destroyed. */
    private Uni<Void> prepare() {
        return present()
                .chain(ring -> ring.lacksNext()
                        ? keys.make()
                                .chain(made -> turn(it -> it.prepare(made, clock.instant()))
                                        .chain(after -> isOn(after, made.id())
                                                ? Uni.createFrom().voidItem()
                                                : keys.destroy(made.id())))
                        : Uni.createFrom().voidItem());
    }

    private static boolean isOn(KeyRing ring, KeyId key) {
        return ring.keys().stream().anyMatch(it -> it.id().equals(key));
    }

    /** Only what was read back counts as visible. A set that no ring of ours made is overtaken and published over. */
    private Uni<Void> publish() {
        return present()
                .chain(ring -> publication
                        .published()
                        .chain(there -> there.equals(Optional.of(ring.toPublish()))
                                ? see(ring.toPublish())
                                : publication
                                        .publish(ring.toPublish())
                                        .chain(publication::published)
                                        .chain(now ->
                                                now.isEmpty() ? Uni.createFrom().voidItem() : overtake(now.get()))));
    }

    private Uni<Void> overtake(KeySet published) {
        return see(published)
                .chain(this::present)
                .chain(ring -> ring.setVersion() > published.version()
                        ? publication
                                .publish(ring.toPublish())
                                .chain(publication::published)
                                .chain(now -> now.isEmpty() ? Uni.createFrom().voidItem() : see(now.get()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> see(KeySet published) {
        return turn(ring -> ring.seen(published, clock.instant())).replaceWithVoid();
    }

    /** The private halves go first: what is off the ring is nowhere. */
    private Uni<Void> clear() {
        return present()
                .map(ring -> ring.toDestroy(clock.instant(), timings))
                .chain(useless -> useless.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Sequence.each(useless, keys::destroy)
                                .chain(() -> turn(ring -> ring.remove(useless, clock.instant(), timings)))
                                .replaceWithVoid());
    }

    private Uni<KeyRing> turn(Function<KeyRing, KeyRing.Turned> step) {
        return unitOfWork.inTransaction(
                () -> rings.lock(KeyRings.ISSUER).chain(ring -> store(ring, step.apply(ring), Deed.ofMotorpool())));
    }

    /** Under the ring's lock. What changes nothing leaves no trace. */
    Uni<KeyRing> store(KeyRing before, KeyRing.Turned turned, Deed deed) {
        return turned.ring().equals(before)
                ? Uni.createFrom().item(before)
                : rings.save(turned.ring())
                        .chain(() -> journal.write(deed, turned.facts()))
                        .replaceWith(turned.ring());
    }
}
