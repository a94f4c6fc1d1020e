package io.motorpool.sandbox.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.drill.bill.Bill;
import io.motorpool.sandbox.drill.bill.BilledInSap;
import io.motorpool.sandbox.drill.bill.Duties;
import io.motorpool.sandbox.drill.bill.Shuttles;
import io.motorpool.sandbox.drill.bill.StoredBills;
import io.motorpool.sandbox.drill.bill.Weather;
import io.motorpool.sandbox.drill.check.CommittedFacts;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.shuttle.SapBooks;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * SAP misbehaves, one way after the other. Meanwhile every slot gets another vehicle and every company's month is confirmed,
 * which must not notice; and afterwards SAP holds what it should, once.
 */
public final class SapDrill implements Drill {

    /** After which SAP must be done with what it was asked. It takes two seconds at most, so this is long enough. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** How many ask SAP at once, by hand and beside the timers. */
    private static final int WRITERS = 32;

    private final int companies;
    private final Duration length;
    private final List<Weather> weathers;

    /**
     * @param companies each with a slot, two vehicles that take turns, and a bill for each weather
     * @param length how long each weather lasts
     */
    public SapDrill(int companies, Duration length, List<Weather> weathers) {
        this.companies = companies;
        this.length = length;
        this.weathers = List.copyOf(weathers);
    }

    @Override
    public String name() {
        return "sap";
    }

    @Override
    public String summary() {
        return "lets SAP be down, slow, failing, throttling and forgetful, and looks whether it has everything once";
    }

    @Override
    public List<String> hold(Ground ground) throws Exception {
        try (Parts parts = ground.parts()) {
            parts.start();
            try (MotorpoolProcess node = ground.node(parts)
                    .with("MOTORPOOL_ROUTES_REGISTERED_EVERY", "1s")
                    .with("MOTORPOOL_SETTLEMENT_POSTED_EVERY", "1s")
                    .with("MOTORPOOL_ERP_SAP_LANES", Integer.toString(WRITERS))
                    .with("MOTORPOOL_ERP_SAP_ANSWER_WITHIN", ANSWER_WITHIN.toString())
                    .with("MOTORPOOL_ERP_SAP_ASK_AGAIN", "1s")
                    .with("MOTORPOOL_ERP_SAP_BREAKER_PAUSE", "2s")
                    .with("MOTORPOOL_ERP_SAP_UNDER_WAY", UNDER_WAY.toString())) {
                node.migrate();
                CommittedFacts _ = CommittedFacts.watchedIn(parts.postgres());
                node.start();
                Shuttles shuttles = Shuttles.drivenAt(node.url(), ground.tokens(), companies, weathers.size());
                return new Stand(ground, parts, node, shuttles).hold();
            }
        }
    }

    /** Everything is running. */
    private final class Stand {

        private final Parts parts;
        private final Shuttles shuttles;
        private final Duties duties;
        private final StoredBills stored;
        private final SapBooks sap;
        private final Report report;
        private final Findings findings = new Findings();
        private final List<Bill> bills = new ArrayList<>();

        Stand(Ground ground, Parts parts, MotorpoolProcess node, Shuttles shuttles) {
            this.parts = parts;
            this.shuttles = shuttles;
            this.duties = new Duties(shuttles);
            this.stored = new StoredBills(parts.postgres());
            this.sap = new SapBooks(parts.sap().url(), parts.sap().user());
            this.report = new Report(ground.out());
            report.line("ground", "%d companies, %d vehicles, log %s".formatted(companies, 2 * companies, node.log()));
        }

        List<String> hold() throws Exception {
            Duration _ = awaitQuiet();
            for (int i = 0; i < weathers.size(); i++) {
                endure(weathers.get(i), Shuttles.month(i + 1));
            }
            findings.addAll(duties.compareOrder(parts.sap().journal()));
            report.line(
                    "SAP holds",
                    "%,d documents for %,d bills; it was asked to write %,d times and to read %,d times"
                            .formatted(
                                    bills.stream()
                                            .mapToLong(bill -> sap.debitMemos(bill.number())
                                                    .size())
                                            .sum(),
                                    bills.size(),
                                    parts.sap().switchboard().writes(),
                                    parts.sap().switchboard().reads()));
            return findings.lines();
        }

        private void endure(Weather weather, YearMonth month) throws Exception {
            List<Bill> calculated = shuttles.calculate(month);
            int writesBefore = parts.sap().switchboard().writes();
            weather.begin(parts.sap());
            long begin = System.nanoTime();
            List<Long> took =
                    Shuttles.each(shuttles.lines(), line -> millisOf("a dispatch", 201, () -> duties.swap(line)));
            List<Long> _ =
                    Shuttles.each(calculated, bill -> millisOf("a confirmation", 200, () -> shuttles.confirm(bill)));
            bills.addAll(calculated);
            askAllAtOnce(calculated);
            Wait.pause(length.minusNanos(Math.min(length.toNanos(), System.nanoTime() - begin)));
            long waiting = waiting();
            weather.end(parts.sap());
            Duration recovered = awaitQuiet();
            findings.addAll(duties.compare(sap));
            findings.addAll(BilledInSap.compare(calculated, sap));
            report.line(
                    "SAP " + weather.describes(),
                    "%d dispatches in %d ms at most; %d things waited, all done %d ms after it was over; %d writes"
                            .formatted(
                                    took.size(),
                                    took.stream()
                                            .mapToLong(Long::longValue)
                                            .max()
                                            .orElse(0),
                                    waiting,
                                    recovered.toMillis(),
                                    parts.sap().switchboard().writes() - writesBefore));
        }

        private long millisOf(String what, int expected, Supplier<Answer> call) {
            long begin = System.nanoTime();
            Answer answer = call.get();
            findings.unless(
                    answer.status() == expected,
                    what + " succeeds whatever SAP does",
                    "%d %s".formatted(answer.status(), answer.body()));
            return Duration.ofNanos(System.nanoTime() - begin).toMillis();
        }

        /** People who are impatient: each asks for the next vehicle, or for a bill. Nobody may make a double of it. */
        private void askAllAtOnce(List<Bill> calculated) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Void>> asked = IntStream.range(0, WRITERS)
                        .mapToObj(writer -> CompletableFuture.runAsync(
                                () -> ask(calculated.get(writer % calculated.size()), writer % 2 == 0), threads))
                        .toList();
                asked.forEach(CompletableFuture::join);
            }
        }

        private void ask(Bill bill, boolean forVehicle) {
            if (forVehicle) {
                Answer _ = shuttles.api().post("/sweeps/vehicle-registrations", null);
                return;
            }
            String path = "/settlements/" + bill.settlement();
            Answer seen = shuttles.api().get(path).expect(200);
            Answer _ = shuttles.api().post(path + "/posting", null, "If-Match", seen.etag());
        }

        private Duration awaitQuiet() throws Exception {
            Duration took = Wait.until(PATIENCE, () -> waiting() == 0);
            if (took.compareTo(PATIENCE) >= 0) {
                findings.add(
                        "everything gets through in the end", "%s; %s".formatted(registrations(), stored.statuses()));
            }
            return took;
        }

        private long waiting() throws Exception {
            Map<String, String> statuses = stored.statuses();
            long unposted = bills.stream()
                    .filter(bill -> !"POSTED".equals(statuses.get(bill.number())))
                    .count();
            return registrations().size() + unposted;
        }

        private List<JsonNode> registrations() {
            List<JsonNode> all = new ArrayList<>();
            shuttles.api()
                    .get("/vehicle-registrations?limit=100")
                    .expect(200)
                    .body()
                    .path("items")
                    .forEach(all::add);
            return all;
        }
    }
}
