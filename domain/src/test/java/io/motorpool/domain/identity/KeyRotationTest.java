package io.motorpool.domain.identity;

import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.identity.IdentityEvent.KeyActivated;
import io.motorpool.domain.identity.KeyRing.Turned;
import io.motorpool.domain.identity.SigningKey.Active;
import io.motorpool.domain.shared.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Hours of a ring's life with an unreliable store, several clocks and verifiers that keep the set for as long as they may.
 * Whatever happens, no token is refused that should pass.
 */
class KeyRotationTest {

    private static final KeyTimings TIMINGS = new KeyTimings(
            TokenPolicy.PUBLISHED, Duration.ofSeconds(300), Duration.ofSeconds(600), Duration.ofHours(1));

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private enum Luck {
        WORKS,
        STORE_FAILS,
        /** A node that hung for a while overwrites the set with the one before. */
        OLD_SET_COMES_BACK,
        SOMEBODY_HURRIES
    }

    /**
     * One step of a node.
     *
     * @param seconds since the last step of any
     * @param clock of this node, in seconds ahead of true time
     */
    private record Step(int seconds, int clock, Luck luck) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.integers().between(-30, 30),
                        Arbitraries.frequency(
                                Tuple.of(10, Luck.WORKS),
                                Tuple.of(2, Luck.STORE_FAILS),
                                Tuple.of(2, Luck.OLD_SET_COMES_BACK),
                                Tuple.of(1, Luck.SOMEBODY_HURRIES)))
                .as(Step::new)
                .list()
                .ofSize(200);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void no_token_is_refused_that_should_pass(@ForAll("steps") List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            world.take(step);
        }
        world.checkEveryToken();
    }

    /** What was published from when to when, and what was signed when with which key. */
    private static final class World {

        private record Publication(Instant from, KeySet set) {}

        private record Token(KeyId key, Instant at) {}

        private KeyRing ring = KeyRing.empty(new KeyRingId(new UUID(6, 1)));
        private Instant now = MONDAY_9AM;
        private int made;
        private final List<Publication> publications =
                new ArrayList<>(List.of(new Publication(MONDAY_9AM, new KeySet(0, List.of()))));
        private final List<Publication> changes = new ArrayList<>();
        private final List<Token> tokens = new ArrayList<>();
        private final List<KeyActivated> activations = new ArrayList<>();

        void take(Step step) {
            now = now.plusSeconds(step.seconds());
            sign();
            Instant clock = now.plusSeconds(step.clock());
            if (step.luck() == Luck.SOMEBODY_HURRIES) {
                ring = ring.hurry();
            }
            if (step.luck() == Luck.OLD_SET_COMES_BACK && wasChangedWithin(TWO_MINUTES)) {
                publish(changes.get(changes.size() - 2).set());
            }
            if (ring.lacksNext()) {
                turn(ring.prepare(key(++made), clock));
            }
            turn(ring.seen(published(), clock));
            if (step.luck() == Luck.STORE_FAILS) {
                return;
            }
            if (!ring.toPublish().equals(published())) {
                publish(ring.toPublish());
                if (changes.isEmpty() || !changes.getLast().set().equals(ring.toPublish())) {
                    changes.add(publications.getLast());
                }
            }
            turn(ring.seen(published(), clock));
            turn(ring.activateDue(clock, TIMINGS));
            turn(ring.remove(ring.toDestroy(clock, TIMINGS), clock, TIMINGS));
            sign();
        }

        private boolean wasChangedWithin(Duration time) {
            return changes.size() > 1 && changes.getLast().from().plus(time).isAfter(now);
        }

        private void turn(Turned turned) {
            ring = turned.ring();
            turned.facts().stream()
                    .filter(KeyActivated.class::isInstance)
                    .map(KeyActivated.class::cast)
                    .forEach(activations::add);
        }

        private void publish(KeySet set) {
            publications.add(new Publication(now, set));
        }

        private KeySet published() {
            return publications.getLast().set();
        }

        private void sign() {
            ring.active().map(Active::id).ifPresent(id -> tokens.add(new Token(id, now)));
        }

        /** A verifier may have fetched the set at any moment of the last five minutes, as long as it found one. */
        void checkEveryToken() {
            assertThat(activations.stream().filter(KeyActivated::early)).hasSizeLessThanOrEqualTo(1);
            Instant firstSet =
                    publications.size() < 2 ? now : publications.get(1).from().plus(TIMINGS.cached());
            for (Token token : tokens) {
                if (token.at().isBefore(firstSet)) {
                    continue;
                }
                checkKnown(token, token.at());
                checkKnown(
                        token,
                        Period.earlier(now, token.at().plus(TIMINGS.tokens().acceptedFor())));
            }
        }

        private void checkKnown(Token token, Instant verifiedAt) {
            assertThat(setsKnownAt(verifiedAt))
                    .as("%s signed at %s, verified at %s", token.key(), token.at(), verifiedAt)
                    .allSatisfy(set -> assertThat(set.ids()).contains(token.key()));
        }

        private List<KeySet> setsKnownAt(Instant moment) {
            List<KeySet> known = new ArrayList<>();
            for (int i = 0; i < publications.size(); i++) {
                Instant replaced =
                        i + 1 < publications.size() ? publications.get(i + 1).from() : Instant.MAX;
                boolean couldBeFetched = publications.get(i).from().isBefore(moment)
                        || publications.get(i).from().equals(moment);
                if (couldBeFetched && replaced.isAfter(moment.minus(TIMINGS.cached()))) {
                    known.add(publications.get(i).set());
                }
            }
            return known;
        }
    }
}
