package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.bench.Benchmark;
import io.motorpool.sandbox.bench.Benchmarks;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.ground.Ground;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description =
                "Measures the packaged application on parts of its own (exit status 1 when any request went wrong)."
                        + " Without a name: lists what there is.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one.")
    private @Nullable String name;

    @Option(
            names = "--json",
            description = "Prints one JSON object a line for each figure, and everything else to the error stream.")
    private boolean json;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "How long each figure is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--clients",
            split = ",",
            defaultValue = "1,8,32",
            description = "How many ask at the same time (default: ${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of();

    @Option(names = "--only", split = ",", description = "Measures these alone, by the names that the table shows.")
    private Set<String> only = Set.of();

    @Option(
            names = "--pool",
            defaultValue = "16",
            description = "How many connections to the database there are (default: ${DEFAULT-VALUE}).")
    private int pool;

    @Option(
            names = "--companies",
            defaultValue = "1000",
            description = "How many companies a month is settled for (default: ${DEFAULT-VALUE}).")
    private int companies;

    @Option(
            names = "--runs",
            defaultValue = "1000",
            description = "How many runs each of them has in it (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--events",
            defaultValue = "200000",
            description = "How many changes of the legacy system are heard (default: ${DEFAULT-VALUE}).")
    private int events;

    BenchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            desk.out().println(Benchmarks.ALL.listing());
            return ExitCode.OK;
        }
        Optional<Benchmark> benchmark = Benchmarks.ALL.find(name);
        if (benchmark.isEmpty()) {
            desk.err().println(Benchmarks.ALL.unknown(name));
            return ExitCode.USAGE;
        }
        Effort effort = new Effort(seconds, clients, only, pool, companies, runs, events);
        Ground ground = Ground.cleared(
                desk.folder().ground("bench-" + name), desk.application(), json ? desk.err() : desk.out());
        Measured measured = benchmark.get().measure(ground, effort);
        MeasuredReport report = new MeasuredReport(name, measured);
        (json ? report.json() : report.table()).forEach(desk.out()::println);
        return measured.errors() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
