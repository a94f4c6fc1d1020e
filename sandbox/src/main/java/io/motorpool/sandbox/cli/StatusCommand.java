package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.run.SandboxState;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(
        name = "status",
        description = "Says whether it runs, and where (exit status 3 when it does not).",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    /** What service scripts answer for "not running". */
    private static final int NOT_RUNNING = 3;

    private final Desk desk;

    StatusCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Optional<SandboxState> running = SandboxState.running(desk.folder());
        if (running.isEmpty()) {
            desk.out().println("The sandbox is not running. Start it: ./motorpool up");
            return NOT_RUNNING;
        }
        SandboxState state = running.get();
        if (!state.isApplicationRunning()) {
            desk.out()
                    .println("The parts run, but Motorpool itself has ended. Its log: "
                            + desk.folder().logs().resolve("app.log"));
            desk.out().println("Start it again: ./motorpool down && ./motorpool up");
            return NOT_RUNNING;
        }
        desk.out().println("Motorpool runs since " + state.since());
        desk.out().println(Addresses.of(state, desk.folder()));
        return ExitCode.OK;
    }
}
