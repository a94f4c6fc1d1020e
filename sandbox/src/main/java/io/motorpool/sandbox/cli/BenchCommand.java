package io.motorpool.sandbox.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.bench.Benchmark;
import io.motorpool.sandbox.bench.Benchmarks;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.ground.Ground;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Measures the packaged application on parts of its own. Without a name: lists what there is.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one.")
    private @Nullable String name;

    @Option(names = "--json", description = "Prints the figures as JSON, and everything else to the error stream.")
    private boolean json;

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
        Ground ground = Ground.cleared(
                desk.folder().ground("bench-" + name), desk.application(), json ? desk.err() : desk.out());
        print(benchmark.get().measure(ground));
        return ExitCode.OK;
    }

    private void print(Measured measured) throws Exception {
        if (json) {
            desk.out()
                    .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(measured));
            return;
        }
        for (Measured.Figure figure : measured.figures()) {
            desk.out().printf("  %-50s %,14.1f %s%n", figure.name(), figure.value(), figure.unit());
        }
    }
}
