package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.drill.Drill;
import io.motorpool.sandbox.drill.Drills;
import io.motorpool.sandbox.ground.Ground;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "drill",
        description =
                "Has an accident on purpose, on parts of its own, and checks that it did no harm (exit status 1 when"
                        + " it did). Without a name: lists what there is.",
        mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one.")
    private @Nullable String name;

    DrillCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            desk.out().println(Drills.ALL.listing());
            return ExitCode.OK;
        }
        Optional<Drill> drill = Drills.ALL.find(name);
        if (drill.isEmpty()) {
            desk.err().println(Drills.ALL.unknown(name));
            return ExitCode.USAGE;
        }
        Ground ground = Ground.cleared(desk.folder().ground("drill-" + name), desk.application(), desk.out());
        return Verdict.print(desk, drill.get().hold(ground)) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
