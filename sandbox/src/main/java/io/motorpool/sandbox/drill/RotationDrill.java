package io.motorpool.sandbox.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.keys.Issued;
import io.motorpool.sandbox.drill.keys.Mood;
import io.motorpool.sandbox.drill.keys.MoodyStore;
import io.motorpool.sandbox.drill.keys.Pace;
import io.motorpool.sandbox.drill.keys.Tap;
import io.motorpool.sandbox.drill.keys.Traffic;
import io.motorpool.sandbox.drill.keys.Verifier;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.token.Claims;
import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.token.Tokens;
import io.motorpool.sandbox.verify.Metadata;
import io.motorpool.sandbox.verify.Robot;
import io.motorpool.sandbox.verify.Stranger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Keys are rotated under load, while the place where they are published misbehaves and clocks differ; then one is stolen.
 */
public final class RotationDrill implements Drill {

    private static final int PER_SECOND = 200;
    private static final Duration REJECTED_WITHIN = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Pace pace;
    private final List<Mood> moods;

    /** @param moods how the store behaves during each rotation, one after the other */
    public RotationDrill(Pace pace, List<Mood> moods) {
        this.pace = pace;
        this.moods = List.copyOf(moods);
    }

    @Override
    public String name() {
        return "rotation";
    }

    @Override
    public String summary() {
        return "rotates keys under load with a store that fails and clocks that differ, then revokes one that was stolen";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        try (Parts parts = ground.parts()) {
            parts.start();
            parts.startForNodes();
            try (MoodyStore store = MoodyStore.before(parts.objects());
                    MotorpoolProcess first = node(ground.node(parts), store, Duration.ZERO);
                    MotorpoolProcess second = node(first.sibling("second"), store, pace.skew())) {
                first.migrate();
                first.start();
                second.start();
                return new Stand(ground, store, first, second).hold();
            }
        }
    }

    private MotorpoolProcess node(MotorpoolProcess node, MoodyStore store, Duration ahead) {
        return node.withAll(pace.environment(ahead)).publishingTo(store.endpoint());
    }

    /** Everything is running. */
    private final class Stand {

        private final MoodyStore store;
        private final Tokens tokens;
        private final Api firstNode;
        private final Api secondNode;
        private final Stranger stranger;
        private final Robot robot;
        private final Report report;
        private final Findings findings = new Findings();

        Stand(Ground ground, MoodyStore store, MotorpoolProcess first, MotorpoolProcess second) {
            this.store = store;
            this.report = new Report(ground.out());
            this.firstNode = Api.at(first.url());
            this.secondNode = Api.at(second.url());
            this.tokens = ground.tokens();
            Clock clock = Clock.systemUTC();
            String issuer = Metadata.readFrom(store.published()).issuer();
            this.robot = Robot.registered(operator(), "drill", issuer, clock);
            this.stranger = Stranger.at(store.published(), pace.cached(), clock);
            report.line("ground", "logs %s and %s".formatted(first.log(), second.log()));
        }

        List<String> hold() throws Exception {
            List<Verifier> verifiers = List.of(
                    Verifier.node("the first node", firstNode),
                    Verifier.node("the second node", secondNode),
                    Verifier.stranger("a stranger's library", stranger));
            Duration used = pace.access().dividedBy(2);
            try (Tap tap = new Tap(List.of(firstNode, secondNode), robot, used)) {
                awaitEverybody(verifiers, tap);
                try (Traffic traffic = new Traffic(tap, verifiers, PER_SECOND)) {
                    rotateAndLose(tap, traffic, verifiers);
                }
                findings.addAll("tokens are handed out all the time", tap.complaints());
            }
            return findings.lines();
        }

        /** Whoever has just started has to have seen the set once: a drill of rotations is none of first looks. */
        private void awaitEverybody(List<Verifier> verifiers, Tap tap) throws Exception {
            for (Verifier verifier : verifiers) {
                Duration _ = Wait.until(
                        PATIENCE, () -> verifier.refuses(tap.youngest().token()).isEmpty());
            }
        }

        private void rotateAndLose(Tap tap, Traffic traffic, List<Verifier> verifiers) throws Exception {
            for (Mood mood : moods) {
                rotateWhile(mood, traffic);
            }
            report.line(
                    "requests",
                    "%,d passed, %.0f a second, with clocks %d s apart"
                            .formatted(
                                    traffic.passed(),
                                    traffic.perSecond(),
                                    pace.skew().toSeconds()));
            loseAKey(tap, traffic, verifiers);
        }

        private void rotateWhile(Mood mood, Traffic traffic) throws Exception {
            Wait.pause(pace.cached());
            long before = traffic.passed();
            long spoiledBefore = store.spoiled();
            String old = active();
            store.be(mood);
            operator().post("/keys/rotation", null).mustBe(200);
            Duration waited = Duration.ZERO;
            if (mood != Mood.SOUND) {
                // Long enough that everybody who keeps the set has to look again.
                Wait.pause(pace.cached().multipliedBy(3));
                waited = pace.cached().multipliedBy(3);
                findings.unless(store.spoiled() > spoiledBefore, "the drill bites", "nobody looked at the store");
                boolean turned = !active().equals(old);
                if (!turned) {
                    store.be(Mood.SOUND);
                }
            }
            Duration took = waited.plus(Wait.until(pace.longestRotation(), () -> !active().equals(old)));
            // Tokens of the new key come to verifiers that have not looked since, and the store still misbehaves.
            Wait.pause(pace.cached().multipliedBy(2));
            store.be(Mood.SOUND);
            findings.unless(!active().equals(old), "a rotation comes to its end", "not while " + mood.describe());
            findings.addAll(
                    "no request is refused that should pass (store " + mood.describe() + ")", traffic.newlyRefused());
            report.line(
                    "rotated, store " + mood.describe(),
                    "after %d ms; %,d requests passed meanwhile, %d answers of the store were spoiled"
                            .formatted(took.toMillis(), traffic.passed() - before, store.spoiled() - spoiledBefore));
            awaitNext();
        }

        /** A next key is published for the next rotation. */
        private void awaitNext() throws Exception {
            Duration _ = Wait.until(PATIENCE, () -> kid("PUBLISHED").isPresent());
            findings.unless(kid("PUBLISHED").isPresent(), "a next key is published ahead", "there is none");
        }

        private void loseAKey(Tap tap, Traffic traffic, List<Verifier> verifiers) throws Exception {
            // By then everybody has seen the next key; one that had to sign earlier would be looked up first.
            Wait.pause(pace.visible().plus(pace.skew()));
            Issued victim = tap.youngest();
            String stolen = victim.key();
            findings.addAll("no request is refused that should pass", traffic.newlyRefused());
            tap.disown(stolen);
            long begin = System.nanoTime();
            operator().post("/keys/" + stolen + "/revocation", null).mustBe(200);
            report.line("a key is revoked", "answered after %d ms".formatted(millisSince(begin)));
            for (Verifier verifier : verifiers) {
                Duration most = verifier.name().contains("node")
                        ? REJECTED_WITHIN
                        : pace.cached().plus(REJECTED_WITHIN);
                Duration _ = Wait.until(
                        most.plus(PATIENCE),
                        () -> verifier.refuses(victim.token()).isPresent());
                long took = millisSince(begin);
                report.line("  refused by " + verifier.name(), "after %d ms".formatted(took));
                findings.unless(
                        took <= most.toMillis(),
                        "what a stolen key signed is refused",
                        "%s took it for %d ms".formatted(verifier.name(), took));
            }
            Wait.pause(pace.cached());
            findings.addAll("who holds a token of another key notices nothing", traffic.newlyRefused());
            findings.unless(
                    !tap.youngest().key().equals(stolen), "a stolen key signs nothing more", "it signed " + stolen);
        }

        private static long millisSince(long begin) {
            return Duration.ofNanos(System.nanoTime() - begin).toMillis();
        }

        /** Tokens live shorter here than elsewhere, so each time with a new one. */
        private Api operator() {
            Instant now = Clock.systemUTC().instant();
            Claims claims = Claims.division(DemoUser.OPERATOR.id(), now, "OPERATOR");
            return firstNode.as(tokens.sign(claims.withLifetime(now, now.plus(pace.access()))));
        }

        private String active() {
            return kid("ACTIVE").orElse("none");
        }

        private Optional<String> kid(String stage) {
            JsonNode keys = operator().get("/keys").expect(200).body().path("keys");
            return StreamSupport.stream(keys.spliterator(), false)
                    .filter(key -> key.path("stage").asText().equals(stage))
                    .map(key -> key.path("kid").asText())
                    .findFirst();
        }
    }
}
