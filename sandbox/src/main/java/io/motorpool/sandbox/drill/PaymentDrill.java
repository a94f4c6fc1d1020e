package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.load.Crew;
import io.motorpool.sandbox.drill.pay.StoredPayments;
import io.motorpool.sandbox.drill.pay.Storm;
import io.motorpool.sandbox.drill.pay.Travellers;
import io.motorpool.sandbox.drill.pay.TwoBooks;
import io.motorpool.sandbox.gateway.Entry;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The payment gateway misbehaves, one way after the other, and a node that asks it is killed. Meanwhile people reserve, drive
 * and call off, which must not notice; and afterwards the gateway's books are ours, payment by payment.
 */
public final class PaymentDrill implements Drill {

    private static final Duration KILLED_AFTER = Duration.ofMillis(1_500);

    /** Longer than a lease that somebody who was killed leaves behind, and the pauses between two questions. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final int IMPATIENT = 8;

    private final int drivers;
    private final List<Storm> storms;

    /** @param drivers each with a card, and a vehicle for each storm: one that was just returned is being cleaned */
    public PaymentDrill(int drivers, List<Storm> storms) {
        this.drivers = drivers;
        this.storms = List.copyOf(storms);
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public String summary() {
        return "lets the payment gateway be down, late and forgetful, kills who asks it, and compares the books";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        try (Parts parts = ground.parts()) {
            parts.start();
            try (MotorpoolProcess node = ground.node(parts)
                            .with("MOTORPOOL_TIMERS_GATEWAY_ASKED_EVERY", "1s")
                            .with("MOTORPOOL_PAYMENT_GATEWAY_ANSWER_WITHIN", "1s")
                            .with("MOTORPOOL_PAYMENT_GATEWAY_BREAKER_PAUSE", "1s");
                    MotorpoolProcess victim = node.sibling("victim")) {
                node.migrate();
                node.start();
                victim.start();
                int vehicles = drivers * storms.size();
                Crew crew = Crew.hiredAt(node.url(), ground.tokens(), vehicles, drivers, "MEMBER_CARD");
                return new Stand(ground, parts, node, victim, crew).hold();
            }
        }
    }

    /** Everything is running. */
    private final class Stand {

        private final Parts parts;
        private final MotorpoolProcess victim;
        private final Travellers travellers;
        private final StoredPayments stored;
        private final Report report;
        private final Findings findings = new Findings();

        Stand(Ground ground, Parts parts, MotorpoolProcess node, MotorpoolProcess victim, Crew crew) {
            this.parts = parts;
            this.victim = victim;
            this.travellers = Travellers.of(crew, node.url(), parts.gateway());
            this.stored = new StoredPayments(parts.postgres());
            this.report = new Report(ground.out());
            report.line("ground", "%d drivers, two nodes, log %s".formatted(drivers, node.log()));
        }

        List<String> hold() throws Exception {
            for (int round = 0; round < storms.size(); round++) {
                endure(storms.get(round), round);
            }
            findings.addAll(
                    TwoBooks.compare(stored.all(), parts.gateway().service().books()));
            List<Entry> books = parts.gateway().service().books();
            int asked = parts.gateway().switchboard().changes();
            findings.unless(asked > 2 * books.size(), "the drill bites", "nothing was asked again");
            report.line(
                    "the gateway holds",
                    "%,d authorisations, ₩%,d taken; it was asked %,d times"
                            .formatted(books.size(), taken(books), asked));
            return findings.lines();
        }

        private static long taken(List<Entry> books) {
            return books.stream()
                    .filter(entry -> entry.standing() == Entry.Standing.CAPTURED)
                    .mapToLong(Entry::won)
                    .sum();
        }

        private void endure(Storm storm, int round) throws Exception {
            storm.begin(parts.gateway());
            long begin = System.nanoTime();
            together(travellers.count(), driver -> travellers.travel(driver, round));
            Duration travelled = Duration.ofNanos(System.nanoTime() - begin);
            together(IMPATIENT, _ -> travellers.ask());
            Wait.pause(KILLED_AFTER);
            victim.kill();
            long waiting = stored.waiting();
            storm.end(parts.gateway());
            victim.start();
            Duration recovered = Wait.until(PATIENCE, () -> stored.waiting() == 0);
            findings.unless(
                    stored.waiting() == 0,
                    "everything is answered in the end",
                    stored.waiting() + " payments wait after the gateway " + storm.describes());
            findings.addAll(
                    TwoBooks.compare(stored.all(), parts.gateway().service().books()));
            report.line(
                    "the gateway " + storm.describes(),
                    "%d trips in %d ms; %d payments waited, all answered %d ms after it was over"
                            .formatted(travellers.count(), travelled.toMillis(), waiting, recovered.toMillis()));
        }

        private void together(int count, IntConsumer work) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Void>> begun = IntStream.range(0, count)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> work.accept(number), threads))
                        .toList();
                begun.forEach(CompletableFuture::join);
            }
        }
    }
}
