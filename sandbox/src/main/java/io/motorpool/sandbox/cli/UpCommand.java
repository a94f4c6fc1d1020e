package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.run.DetachedSandbox;
import io.motorpool.sandbox.run.Sandbox;
import io.motorpool.sandbox.run.SandboxState;
import io.motorpool.sandbox.token.DemoUser;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts Motorpool with PostgreSQL, Kafka, a stand-in for SAP and demo data, and returns when it"
                + " answers.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private final Desk desk;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where Motorpool listens (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--fresh", description = "Throws away everything that was kept, and begins anew.")
    private boolean fresh;

    @Option(names = "--foreground", description = "Stays in this terminal; Ctrl-C stops everything.")
    private boolean foreground;

    UpCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<SandboxState> running = SandboxState.running(desk.folder());
        if (running.isPresent() && !fresh) {
            desk.out()
                    .println("Motorpool is already running at " + running.get().url());
            desk.out().println("Stop it with: ./motorpool down");
            return ExitCode.OK;
        }
        running.ifPresent(state -> DownCommand.stop(desk, state));
        if (desk.folder().clearUp()) {
            desk.out().println("Stopped what a crash had left running");
        }
        Sandbox.checkPort(port);
        if (fresh) {
            desk.folder().empty();
        }
        if (foreground) {
            return stay();
        }
        long start = System.nanoTime();
        desk.out().println("Starting Motorpool");
        new DetachedSandbox(desk.project(), desk.out()).start("up", "--foreground", "--port", Integer.toString(port));
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        desk.out().printf("%nUp after %d s. Stop it with: ./motorpool down%n", seconds);
        return ExitCode.OK;
    }

    private int stay() throws InterruptedException {
        Sandbox sandbox = Sandbox.start(desk.project(), port, desk.out());
        desk.out().println();
        desk.out().println(Addresses.of(sandbox.state(), desk.folder()));
        desk.out().println();
        desk.out().println("These people can sign in:");
        for (DemoUser user : DemoUser.values()) {
            desk.logins()
                    .of(user)
                    .ifPresent(login ->
                            desk.out().printf("  %-26s %s  (%s)%n", login.email(), login.password(), user.describes()));
        }
        desk.out().println();
        desk.out().println("Try it:");
        desk.out()
                .printf(
                        "  curl -s -H \"Authorization: Bearer $(./motorpool token member)\" %s/api/v1/reservations%n",
                        sandbox.state().url());
        desk.out().flush();
        sandbox.announce();
        sandbox.awaitEnd();
        return ExitCode.OK;
    }
}
