package io.motorpool.sandbox.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Judge;
import io.motorpool.sandbox.fuzz.make.Badges;
import io.motorpool.sandbox.fuzz.make.Dice;
import io.motorpool.sandbox.fuzz.make.Guests;
import io.motorpool.sandbox.fuzz.make.Lane;
import io.motorpool.sandbox.fuzz.wire.Curl;
import io.motorpool.sandbox.fuzz.wire.Header;
import io.motorpool.sandbox.fuzz.wire.NoAnswerException;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Sent;
import io.motorpool.sandbox.fuzz.wire.Wire;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the document of the running system and asks for everything that is in it, in all the wrong ways too. */
final class OpenApiFuzzer implements Fuzzer {

    private static final int CLIENTS = 32;
    private static final int FEWEST_EACH = 90;

    private final Clock clock;

    OpenApiFuzzer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "openapi";
    }

    @Override
    public String summary() {
        return "every operation of the document, sensibly and senselessly, held against its promises";
    }

    @Override
    public List<String> run(FuzzTarget target) throws IOException, InterruptedException, ExecutionException {
        Contract contract = contract(target);
        Optional<LogWatch> log = target.log().map(LogWatch::new);
        Tally tally = new Tally();
        Complaints complaints = new Complaints();
        long start = System.nanoTime();
        play(target, contract, tally, complaints);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        target.out().println(tally.table(contract));
        target.out()
                .printf(
                        "%,d requests in %d s (%,d a second)%n",
                        tally.requests(), took.toSeconds(), tally.requests() * 1_000L / Math.max(1, took.toMillis()));
        List<String> all = new ArrayList<>(complaints.lines());
        all.addAll(tally.neverAccepted(contract));
        log.ifPresent(watch -> all.addAll(watch.complaints()));
        return all;
    }

    private void play(FuzzTarget target, Contract contract, Tally tally, Complaints complaints)
            throws InterruptedException, ExecutionException {
        Judge judge = new Judge(contract);
        Badges badges = new Badges(target.tokens(), clock);
        Dice dice = new Dice(target.seed());
        int clients = Math.clamp(target.requests() / FEWEST_EACH, 1, CLIENTS);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                int share = target.requests() / clients + (i < target.requests() % clients ? 1 : 0);
                Dice own = dice.split();
                Guests guests =
                        new Guests(target.visitors().of(i, clients), target.visitors()::latestLink, dice.split());
                String seed = "seed %d, client %d".formatted(target.seed(), i);
                running.add(threads.submit(() -> {
                    try (Wire wire = new Wire(target.url())) {
                        Curl curl = new Curl(target.url(), target.folder());
                        Connection connection = new Connection(wire, judge, tally, complaints, curl, seed);
                        Lane lane = new Lane(contract, own, badges, guests, clock, target.time(), connection);
                        while (connection.carried() < share) {
                            lane.step();
                        }
                    }
                }));
            }
        }
        for (Future<?> each : running) {
            var _ = each.get();
        }
    }

    private static Contract contract(FuzzTarget target) throws IOException {
        Sent question =
                new Sent("GET", "/q/openapi?format=json", List.of(new Header("Accept", "application/json")), null);
        try (Wire wire = new Wire(target.url())) {
            Received document = wire.exchange(question);
            if (document.status() != 200) {
                throw new NoAnswerException(
                        "%s answers %d to %s".formatted(target.url(), document.status(), question.target()));
            }
            return new Contract(new ObjectMapper().readTree(document.text()));
        }
    }
}
