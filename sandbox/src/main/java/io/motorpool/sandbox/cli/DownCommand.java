package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.run.SandboxException;
import io.motorpool.sandbox.run.SandboxState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(name = "down", description = "Stops everything. What was stored is kept.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    /** The first stop of a build writes the start-up cache, which takes its time on a slow machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Desk desk;

    DownCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Optional<SandboxState> running = SandboxState.running(desk.folder());
        if (running.isPresent()) {
            stop(desk, running.get());
            desk.out()
                    .println("Stopped. What was stored is kept in "
                            + desk.folder().path());
        } else if (desk.folder().clearUp()) {
            desk.out().println("Stopped what a crash had left running.");
        } else {
            desk.out().println("The sandbox is not running.");
        }
        return ExitCode.OK;
    }

    static void stop(Desk desk, SandboxState running) {
        desk.out().println("Stopping Motorpool");
        desk.out().flush();
        if (!running.stop(PATIENCE)) {
            throw new SandboxException("The sandbox (process %d) does not end. Its log: %s"
                    .formatted(running.sandbox().pid(), desk.folder().logs()));
        }
    }
}
