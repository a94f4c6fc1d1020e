package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.parts.Mail;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "mails",
        description = "Shows the letters that Motorpool has sent, the newest last.",
        mixinStandardHelpOptions = true)
final class MailsCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "ADDRESS", description = "Only those to an address with this in it.")
    private @Nullable String address;

    @Option(names = "--last", defaultValue = "20", description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int last;

    MailsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        List<Mail> letters = desk.folder().mail().to(address == null ? "" : address);
        if (letters.isEmpty()) {
            desk.out().println("There are no letters" + (address == null ? "." : " to " + address + "."));
            return ExitCode.OK;
        }
        letters.stream().skip(Math.max(0, letters.size() - last)).forEach(this::show);
        return ExitCode.OK;
    }

    private void show(Mail letter) {
        desk.out().printf("%s  to %s%n", letter.arrived(), letter.to());
        desk.out().println("  " + letter.subject());
        letter.text().lines().forEach(line -> desk.out().println("  | " + line));
        desk.out().println();
    }
}
