package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.fuzz.FuzzTarget;
import io.motorpool.sandbox.fuzz.Fuzzer;
import io.motorpool.sandbox.fuzz.Fuzzers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fuzz",
        description =
                "Sends senseless requests and looks for answers that nobody should get (exit status 1 when found).",
        mixinStandardHelpOptions = true)
final class FuzzCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which kind (default: all of them).")
    private @Nullable String name;

    @Option(names = "--list", description = "Lists the kinds instead.")
    private boolean list;

    @Option(names = "--url", description = "Where Motorpool is (default: the running sandbox).")
    private @Nullable URI url;

    @Option(names = "--seed", description = "Repeats the run that printed this seed.")
    private @Nullable Long seed;

    @Option(names = "--seconds", defaultValue = "30", description = "How long, each (default: ${DEFAULT-VALUE}).")
    private int seconds;

    FuzzCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (list || Fuzzers.ALL.entries().isEmpty()) {
            desk.out().println(Fuzzers.ALL.listing());
            return list ? ExitCode.OK : ExitCode.USAGE;
        }
        List<Fuzzer> chosen = chosen();
        if (chosen.isEmpty()) {
            desk.err().println(Fuzzers.ALL.unknown(String.valueOf(name)));
            return ExitCode.USAGE;
        }
        long first = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
        FuzzTarget target = new FuzzTarget(
                desk.url(url), desk.world(), desk.tokens(), first, Duration.ofSeconds(seconds), desk.out());
        boolean clean = true;
        for (Fuzzer fuzzer : chosen) {
            desk.out().printf("%s (seed %d)%n", fuzzer.name(), first);
            clean &= Verdict.print(desk, fuzzer.run(target));
        }
        return clean ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<Fuzzer> chosen() {
        if (name == null) {
            return Fuzzers.ALL.entries();
        }
        Optional<Fuzzer> found = Fuzzers.ALL.find(name);
        return found.map(List::of).orElse(List.of());
    }
}
