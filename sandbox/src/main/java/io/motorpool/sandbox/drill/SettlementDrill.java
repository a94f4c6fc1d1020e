package io.motorpool.sandbox.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.drill.bill.Bill;
import io.motorpool.sandbox.drill.bill.BilledInSap;
import io.motorpool.sandbox.drill.bill.Shuttles;
import io.motorpool.sandbox.drill.bill.StoredBills;
import io.motorpool.sandbox.drill.check.CommittedFacts;
import io.motorpool.sandbox.drill.check.Deliveries;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.check.PublishedFacts;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.sap.Fault;
import io.motorpool.sandbox.sap.Switchboard.Meant;
import io.motorpool.sandbox.shuttle.SapBooks;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The application dies while months are confirmed, while a press is worked off, and while SAP is asked. SAP goes on with
 * what it was asked: it answers nobody, and books all the same.
 */
public final class SettlementDrill implements Drill {

    private static final Duration SAP_THINKS = Duration.ofMillis(300);

    /** After which SAP must be done with what it was asked: longer than it thinks. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    /** Whoever died had said for how long nobody else should ask: two minutes for SAP, one for a press. */
    private static final Duration LEASES = Duration.ofSeconds(125);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONFIRMED_WITHIN_MILLIS = 200;
    private static final int POSTED_WITHIN_MILLIS = 2_500;

    private final int rounds;
    private final int companies;
    private final boolean waits;

    /**
     * @param rounds how often it dies of each
     * @param companies whose months are settled at once
     * @param waits whether leases are waited for; otherwise the last restart sets the node's clock ahead by as much
     */
    public SettlementDrill(int rounds, int companies, boolean waits) {
        this.rounds = rounds;
        this.companies = companies;
        this.waits = waits;
    }

    @Override
    public String name() {
        return "settlement";
    }

    @Override
    public String summary() {
        return "kills the application while months are confirmed, pressed for and posted, and counts SAP's documents";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        try (Parts parts = ground.parts()) {
            parts.start();
            try (MotorpoolProcess node = ground.node(parts)
                    .with("MOTORPOOL_SETTLEMENT_WORKED_ON_EVERY", "1s")
                    .with("MOTORPOOL_SETTLEMENT_POSTED_EVERY", "1s")
                    .with("MOTORPOOL_ERP_SAP_ASK_AGAIN", "1s")
                    .with("MOTORPOOL_ERP_SAP_UNDER_WAY", UNDER_WAY.toString())) {
                node.migrate();
                CommittedFacts facts = CommittedFacts.watchedIn(parts.postgres());
                start(node);
                Shuttles shuttles = Shuttles.drivenAt(node.url(), ground.tokens(), companies, 2 * rounds);
                return new Stand(ground, parts, node, facts, shuttles).hold();
            }
        }
    }

    /** Whoever restarts often records how to do it quickly. */
    private void start(MotorpoolProcess node) {
        if (waits) {
            node.rehearse();
        }
        node.start();
    }

    /** Everything is running. */
    private final class Stand {

        private final RandomGenerator dice = new SplittableRandom();
        private final Parts parts;
        private final MotorpoolProcess node;
        private final CommittedFacts facts;
        private final Shuttles shuttles;
        private final StoredBills stored;
        private final SapBooks sap;
        private final Report report;
        private final Findings findings = new Findings();
        private final List<Bill> confirmed = new ArrayList<>();
        private final List<UUID> jobs = new ArrayList<>();
        private final List<Long> restarts = new ArrayList<>();
        private int before;
        private int after;
        private final Map<String, Long> atTheKill = new TreeMap<>();

        Stand(Ground ground, Parts parts, MotorpoolProcess node, CommittedFacts facts, Shuttles shuttles) {
            this.parts = parts;
            this.node = node;
            this.facts = facts;
            this.shuttles = shuttles;
            this.stored = new StoredBills(parts.postgres());
            this.sap = new SapBooks(parts.sap().url(), parts.sap().user());
            this.report = new Report(ground.out());
            report.line(
                    "ground", "%d companies, %d months of each, log %s".formatted(companies, 2 * rounds, node.log()));
        }

        List<String> hold() throws Exception {
            parts.sap().switchboard().always(Meant.WRITES, new Fault.TakesLong(SAP_THINKS));
            for (int round = 0; round < rounds; round++) {
                boolean last = round == rounds - 1;
                dieWhileConfirming(Shuttles.month(2 * round + 1));
                dieWhilePressing(Shuttles.month(2 * round + 2), last);
            }
            Duration took = awaitEverythingPosted();
            report.line(
                    "killed while confirming",
                    "%d times: %d months were as before, %d confirmed, none between".formatted(rounds, before, after));
            report.line("killed while pressing and posting", rounds + " times; what was found then:");
            report.line("  settlements", atTheKill);
            report.line("ready again after (ms)", restarts.toString());
            report.line("all posted", "%d ms after the last restart".formatted(took.toMillis()));
            verify();
            return findings.lines();
        }

        /** A confirmation that is under way. */
        private record Asked(Bill bill, CompletableFuture<Integer> answer) {}

        private void dieWhileConfirming(YearMonth month) throws Exception {
            List<Bill> bills = shuttles.calculate(month);
            List<Asked> asked = bills.stream()
                    .map(bill -> new Asked(
                            bill, CompletableFuture.supplyAsync(() -> statusOf(bill), Thread::startVirtualThread)))
                    .toList();
            dieWithin(CONFIRMED_WITHIN_MILLIS);
            checkNothingIsBetween();
            Map<String, String> found = stored.statuses();
            for (Asked each : asked) {
                boolean isConfirmed = !"CALCULATED".equals(found.get(each.bill().number()));
                if (isConfirmed) {
                    after++;
                } else {
                    before++;
                }
                findings.unless(
                        isConfirmed || each.answer().join() != 200,
                        "what was acknowledged is confirmed",
                        each.bill().number() + " was, and is not");
            }
            restart();
            for (Bill bill : bills) {
                confirmAtLast(bill);
            }
            confirmed.addAll(bills);
        }

        /** 0 when there was no answer. */
        private int statusOf(Bill bill) {
            try {
                return shuttles.confirm(bill).status();
            } catch (UncheckedIOException _) {
                return 0;
            }
        }

        /** The same request once more, as a careful caller sends it who was not answered. */
        private void confirmAtLast(Bill bill) throws Exception {
            Duration took = Wait.until(PATIENCE, () -> statusOf(bill) == 200);
            findings.unless(
                    took.compareTo(PATIENCE) < 0,
                    "whoever was not answered asks again and succeeds",
                    "%s: %s".formatted(bill.number(), shuttles.confirm(bill)));
        }

        private void dieWhilePressing(YearMonth month, boolean last) throws Exception {
            jobs.add(shuttles.press(month));
            dieWithin(POSTED_WITHIN_MILLIS);
            checkNothingIsBetween();
            stored.statuses().values().forEach(status -> atTheKill.merge(status, 1L, Long::sum));
            if (last && !waits) {
                var _ = node.with("MOTORPOOL_CLOCK_AHEAD", LEASES.toString());
            }
            restart();
        }

        private void dieWithin(int millis) {
            Wait.pause(Duration.ofMillis(dice.nextLong(millis)));
            node.kill();
        }

        private void restart() {
            long dead = System.nanoTime();
            node.start();
            restarts.add(Duration.ofNanos(System.nanoTime() - dead).toMillis());
        }

        private void checkNothingIsBetween() throws Exception {
            stored.between()
                    .forEach((number, how) ->
                            findings.add("a settlement is as before or as after", number + ": " + how));
        }

        private Duration awaitEverythingPosted() throws Exception {
            Duration most = LEASES.plus(PATIENCE);
            Duration took = Wait.until(most, () -> {
                Map<String, String> statuses = stored.statuses();
                return statuses.size() == 2 * rounds * companies
                        && statuses.values().stream().allMatch("POSTED"::equals);
            });
            Map<String, Long> statuses = stored.statuses().values().stream()
                    .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
            findings.unless(
                    statuses.equals(Map.of("POSTED", (long) 2 * rounds * companies)),
                    "every month is settled and posted",
                    statuses.toString());
            return took;
        }

        private void verify() throws Exception {
            checkNothingIsBetween();
            findings.addAll(BilledInSap.compare(confirmed, sap));
            for (UUID job : jobs) {
                verify(job);
            }
            Duration drained = Wait.until(PATIENCE, () -> facts.waiting() == 0);
            Deliveries deliveries = new Deliveries(facts.all(), PublishedFacts.in(parts.kafka()));
            findings.addAll(deliveries.compare());
            report.line(
                    "committed facts",
                    "%,d, delivered again %,d, outbox empty after %d ms"
                            .formatted(facts.all().size(), deliveries.repeated(), drained.toMillis()));
            shuttles.lines().forEach(this::verify);
        }

        /** A press that was cut off has gone on to its end. */
        private void verify(UUID job) {
            JsonNode seen =
                    shuttles.api().get("/settlement-jobs/" + job).expect(200).body();
            List<Bill> pressed = new ArrayList<>();
            for (JsonNode item : seen.path("companies")) {
                if (!item.path("state").asText().equals("CONFIRMED")) {
                    findings.add("a press goes on to its end", item.toString());
                    continue;
                }
                Answer bill = shuttles.api()
                        .get("/settlements/" + item.path("settlement").asText())
                        .expect(200);
                pressed.add(Bill.of(bill));
            }
            findings.addAll(BilledInSap.compare(pressed, sap));
        }

        private void verify(Shuttles.Line line) {
            JsonNode verified = shuttles.api()
                    .get("/companies/%s/settlements-verification".formatted(line.company()))
                    .expect(200)
                    .body();
            findings.unless(
                    verified.path("intact").asBoolean()
                            && verified.path("snapshots").asInt() == 2 * rounds,
                    "the chain of each company is whole",
                    verified.toString());
        }
    }
}
