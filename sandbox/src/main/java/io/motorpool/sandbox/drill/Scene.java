package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.drill.check.CommittedFacts;
import io.motorpool.sandbox.drill.check.Deliveries;
import io.motorpool.sandbox.drill.check.Fact;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.check.PublishedFacts;
import io.motorpool.sandbox.drill.check.ReadBack;
import io.motorpool.sandbox.drill.check.StoredReservations;
import io.motorpool.sandbox.drill.load.Crew;
import io.motorpool.sandbox.drill.load.Kept;
import io.motorpool.sandbox.drill.load.Ledger;
import io.motorpool.sandbox.drill.load.Load;
import io.motorpool.sandbox.drill.load.Observations;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where an accident happens: parts, a node, a crew that uses it, and all that is known about what it did. */
final class Scene implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(30);
    private static final int MOST_LOOKS = 10;

    private final Parts parts;
    private final MotorpoolProcess node;
    private final CommittedFacts committed;
    private final Crew crew;
    private final Report report;
    private final Ledger ledger = new Ledger();
    private final Observations observations = new Observations();

    private Scene(Parts parts, MotorpoolProcess node, CommittedFacts committed, Crew crew, Report report) {
        this.parts = parts;
        this.node = node;
        this.committed = committed;
        this.crew = crew;
        this.report = report;
    }

    /** How much there is: vehicles to quarrel about, and drivers who do, each a client of its own. */
    record Size(int vehicles, int drivers) {}

    /**
     * Starts everything on empty ground.
     *
     * @param settings the node's environment
     */
    static Scene on(Ground ground, Size size, Map<String, String> settings) throws SQLException {
        Report report = new Report(ground.out());
        Parts parts = ground.parts();
        MotorpoolProcess node = ground.node(parts);
        settings.forEach((variable, value) -> {
            var _ = node.with(variable, value);
        });
        try {
            parts.start();
            node.migrate();
            CommittedFacts committed = CommittedFacts.watchedIn(parts.postgres());
            node.start();
            Crew crew = Crew.hiredAt(node.url(), ground.tokens(), size.vehicles(), size.drivers());
            report.line(
                    "ground", "%d vehicles, %d clients, log %s".formatted(size.vehicles(), size.drivers(), node.log()));
            return new Scene(parts, node, committed, crew, report);
        } catch (RuntimeException | SQLException failed) {
            node.kill();
            parts.close();
            throw failed;
        }
    }

    Parts parts() {
        return parts;
    }

    MotorpoolProcess node() {
        return node;
    }

    Crew crew() {
        return crew;
    }

    Report report() {
        return report;
    }

    Ledger ledger() {
        return ledger;
    }

    Observations observations() {
        return observations;
    }

    CommittedFacts committed() {
        return committed;
    }

    /** Everybody in the crew begins, on these nodes. */
    Load load(URI... nodes) {
        return Load.begin(crew, List.of(nodes), PACE, ledger, observations, 1);
    }

    /** Everything that was promised about what was done, whatever happened meanwhile. */
    Findings verify() throws Exception {
        Findings findings = new Findings();
        Duration drained = Wait.until(DELIVERED_WITHIN, () -> committed.waiting() == 0);
        List<Kept> told = ledger.entries();
        Deliveries deliveries = deliveries();
        List<Fact> facts = deliveries.committed();
        StoredReservations stored = new StoredReservations(parts.postgres());
        findings.unless(
                drained.compareTo(DELIVERED_WITHIN) < 0,
                "the outbox empties itself",
                committed.waiting() + " facts wait");
        findings.addAll(stored.compare(told, facts));
        findings.unless(
                stored.doubleBookings() == 0, "no vehicle is reserved twice", stored.doubleBookings() + " pairs");
        findings.addAll(ReadBack.of(told, crew.division(node.url())));
        findings.addAll(deliveries.compare());
        report.line("clients were told of", "%,d reservations with %,d steps".formatted(told.size(), ledger.steps()));
        report.line(
                "committed facts",
                "%,d, delivered again %,d, outbox empty after %d ms"
                        .formatted(facts.size(), deliveries.repeated(), drained.toMillis()));
        report.line("answers", Observations.outcomes(observations.all()));
        return findings;
    }

    /** As of a moment in which no timer added a fact: one that comes in between would look lost, or made up. */
    private Deliveries deliveries() throws Exception {
        Deliveries seen;
        int looks = 0;
        do {
            Duration _ = Wait.until(DELIVERED_WITHIN, () -> committed.waiting() == 0);
            seen = new Deliveries(committed.all(), PublishedFacts.in(parts.kafka()));
            looks++;
        } while (looks < MOST_LOOKS
                && committed.all().size() != seen.committed().size());
        return seen;
    }

    @Override
    public void close() {
        node.kill();
        parts.close();
    }
}
