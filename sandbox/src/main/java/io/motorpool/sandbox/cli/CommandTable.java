package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.api.UnexpectedAnswerException;
import io.motorpool.sandbox.app.ApplicationFailedException;
import io.motorpool.sandbox.parts.PartFailedException;
import io.motorpool.sandbox.run.SandboxException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** All commands, and how their failures are told. */
@Command(
        name = "./motorpool",
        description = "Motorpool on this machine: the application, PostgreSQL, Kafka and stand-ins, without Docker.",
        synopsisSubcommandLabel = "COMMAND")
public final class CommandTable implements Runnable {

    private final CommandLine table;

    public CommandTable(Path project, PrintWriter out, PrintWriter err) {
        Desk desk = new Desk(project, out, err);
        table = new CommandLine(this)
                .addSubcommand(new UpCommand(desk))
                .addSubcommand(new DownCommand(desk))
                .addSubcommand(new StatusCommand(desk))
                .addSubcommand(new TokenCommand(desk))
                .addSubcommand(new MailsCommand(desk))
                .addSubcommand(new DemoCommand(desk))
                .addSubcommand(new BenchCommand(desk))
                .addSubcommand(new FuzzCommand(desk))
                .addSubcommand(new DrillCommand(desk))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failed, _, _) -> tell(failed, err));
    }

    /** The exit status: 0 done, 1 failed, 2 asked for something that does not exist. */
    public int execute(String... arguments) {
        int status = table.execute(arguments);
        table.getOut().flush();
        table.getErr().flush();
        return status;
    }

    @Override
    public void run() {
        table.usage(table.getErr());
        throw new CommandLine.ParameterException(table, "Which command?");
    }

    /** What can happen to anybody is told in a sentence; what only a mistake of ours can cause, with its trace. */
    private static int tell(Exception failed, PrintWriter err) {
        switch (failed) {
            case SandboxException _,
                    PartFailedException _,
                    ApplicationFailedException _,
                    UnexpectedAnswerException _,
                    UncheckedIOException _ -> err.println(failed.getMessage());
            default -> failed.printStackTrace(err);
        }
        return ExitCode.SOFTWARE;
    }
}
