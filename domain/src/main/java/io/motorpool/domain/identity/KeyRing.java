package io.motorpool.domain.identity;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.identity.IdentityEvent.KeyActivated;
import io.motorpool.domain.identity.IdentityEvent.KeyPrepared;
import io.motorpool.domain.identity.IdentityEvent.KeyPublished;
import io.motorpool.domain.identity.IdentityEvent.KeyRemoved;
import io.motorpool.domain.identity.IdentityEvent.KeyRetired;
import io.motorpool.domain.identity.IdentityEvent.KeyRevoked;
import io.motorpool.domain.identity.SigningKey.Active;
import io.motorpool.domain.identity.SigningKey.Prepared;
import io.motorpool.domain.identity.SigningKey.Published;
import io.motorpool.domain.identity.SigningKey.Retired;
import io.motorpool.domain.identity.SigningKey.Revoked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All keys of the issuer. The ring is the aggregate, because its rules are between keys: one signs at a time, the next
 * one is visible long before it does (P8), an old one stays until its last token has expired. Beside the active key there
 * is always a next one, published ahead, so that even a stolen key can be replaced at once.
 *
 * <p>The wait is skipped in one case: when no key is active. Then every token would be refused anyway; the first key ever
 * and the successor of a revoked one, if none was visible long enough, begin as soon as they are published, and say so.
 *
 * @param setVersion of the set to publish
 * @param hurried whether somebody asked for the next rotation without waiting for the schedule
 */
public record KeyRing(KeyRingId id, List<SigningKey> keys, long setVersion, boolean hurried) {

    public KeyRing {
        keys = List.copyOf(keys);
        if (keys.stream().map(SigningKey::id).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("a key is on the ring once");
        }
        if (of(Active.class, keys).count() > 1) {
            throw new IllegalArgumentException("one key signs at a time");
        }
    }

    public static KeyRing empty(KeyRingId id) {
        return new KeyRing(id, List.of(), 0, false);
    }

    /** What the ring became, and the facts to tell; none when nothing changed. */
    public record Turned(KeyRing ring, List<IdentityEvent> facts) {

        private Turned and(Function<KeyRing, Turned> next) {
            Turned further = next.apply(ring);
            return new Turned(
                    further.ring(),
                    Stream.concat(facts.stream(), further.facts().stream()).toList());
        }
    }

    /** The key to sign with now. */
    public Optional<Active> active() {
        return of(Active.class, keys).findFirst();
    }

    /** What whoever verifies should know. */
    public KeySet toPublish() {
        return new KeySet(
                setVersion,
                keys.stream()
                        .filter(key -> !(key instanceof Revoked))
                        .map(SigningKey::publicKey)
                        .toList());
    }

    /** Whether a next key has to be made. */
    public boolean lacksNext() {
        return keys.stream().noneMatch(key -> key instanceof Prepared || key instanceof Published);
    }

    /** Puts a new key on the ring, unless the next one is there already: two nodes may have made one. */
    public Turned prepare(RsaPublicKey made, Instant now) {
        if (!lacksNext()) {
            return unchanged();
        }
        List<SigningKey> more = new ArrayList<>(keys);
        more.add(new Prepared(made, now));
        return new Turned(new KeyRing(id, more, setVersion + 1, hurried), List.of(new KeyPrepared(id, made.id(), now)));
    }

    /**
     * What was found where the set is published. A prepared key that is there is visible from now on; one that was there
     * and has gone begins to wait anew. A set from a future that this ring does not know, after a restored backup, is
     * overtaken.
     */
    public Turned seen(KeySet published, Instant now) {
        List<IdentityEvent> facts = new ArrayList<>();
        List<SigningKey> looked = new ArrayList<>();
        for (SigningKey key : keys) {
            boolean there = published.ids().contains(key.id());
            if (key instanceof Prepared && there) {
                looked.add(new Published(key.publicKey(), now));
                facts.add(new KeyPublished(id, key.id(), now));
            } else if (key instanceof Published && !there) {
                looked.add(new Prepared(key.publicKey(), now));
            } else {
                looked.add(key);
            }
        }
        long version = published.version() > setVersion ? published.version() + 1 : setVersion;
        return new Turned(new KeyRing(id, looked, version, hurried), facts);
    }

    /** Lets the next key take over if it is time and if it may. */
    public Turned activateDue(Instant now, KeyTimings timings) {
        Optional<Published> next = of(Published.class, keys).min(Comparator.comparing(Published::since));
        if (next.isEmpty() || !isTimeFor(next.get(), now, timings)) {
            return unchanged();
        }
        Published chosen = next.get();
        List<IdentityEvent> facts = new ArrayList<>();
        active().ifPresent(old -> facts.add(new KeyRetired(id, old.id(), now)));
        facts.add(new KeyActivated(id, chosen.id(), !chosen.wasVisibleLongEnough(now, timings), now));
        List<SigningKey> moved =
                keys.stream().map(key -> moved(key, chosen, now)).toList();
        return new Turned(new KeyRing(id, moved, setVersion, false), facts);
    }

    private boolean isTimeFor(Published next, Instant now, KeyTimings timings) {
        return active().map(
                        old -> next.wasVisibleLongEnough(now, timings) && (hurried || old.isDueToRetire(now, timings)))
                .orElse(true);
    }

    private static SigningKey moved(SigningKey key, Published chosen, Instant now) {
        if (key.equals(chosen)) {
            return new Active(chosen.publicKey(), now);
        }
        return key instanceof Active ? new Retired(key.publicKey(), now) : key;
    }

    /** Asks for a rotation now: it happens as soon as the next key may sign. */
    public KeyRing hurry() {
        return new KeyRing(id, keys, setVersion, true);
    }

    /** The keys that nobody needs any more: their private halves are to be destroyed, then they can be removed. */
    public List<KeyId> toDestroy(Instant now, KeyTimings timings) {
        return keys.stream()
                .filter(key -> isUseless(key, now, timings))
                .map(SigningKey::id)
                .toList();
    }

    private static boolean isUseless(SigningKey key, Instant now, KeyTimings timings) {
        return switch (key) {
            case Retired retired -> retired.hasNoTokensLeft(now, timings);
            case Revoked _ -> true;
            case Prepared _, Published _, Active _ -> false;
        };
    }

    /** Takes keys off the ring, of those that may go. */
    public Turned remove(List<KeyId> destroyed, Instant now, KeyTimings timings) {
        List<SigningKey> gone = keys.stream()
                .filter(key -> destroyed.contains(key.id()) && isUseless(key, now, timings))
                .toList();
        if (gone.isEmpty()) {
            return unchanged();
        }
        boolean wasPublished = gone.stream().anyMatch(Retired.class::isInstance);
        return new Turned(
                new KeyRing(
                        id,
                        keys.stream().filter(key -> !gone.contains(key)).toList(),
                        wasPublished ? setVersion + 1 : setVersion,
                        hurried),
                gone.stream()
                        .<IdentityEvent>map(key -> new KeyRemoved(id, key.id(), now))
                        .toList());
    }

    /**
     * Takes a key out of trust at once. If it was the active one, the next takes over in the same moment, provided that it
     * is published.
     */
    public Decision<Turned, AccessRefusal> revoke(KeyId stolen, Instant now, KeyTimings timings) {
        boolean known = keys.stream().anyMatch(key -> key.id().equals(stolen) && !(key instanceof Revoked));
        if (!known) {
            return refuse(new NotFound(Thing.SIGNING_KEY));
        }
        List<SigningKey> left = keys.stream()
                .map(key -> key.id().equals(stolen) ? new Revoked(key.publicKey(), now) : key)
                .toList();
        Turned revoked =
                new Turned(new KeyRing(id, left, setVersion + 1, hurried), List.of(new KeyRevoked(id, stolen, now)));
        return accept(
                revoked.and(ring -> ring.active().isPresent() ? ring.unchanged() : ring.activateDue(now, timings)));
    }

    private Turned unchanged() {
        return new Turned(this, List.of());
    }

    private static <K extends SigningKey> Stream<K> of(Class<K> stage, List<SigningKey> keys) {
        return keys.stream().filter(stage::isInstance).map(stage::cast);
    }
}
