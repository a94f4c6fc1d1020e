package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.token.DemoUser;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "Signs one of the demo's people in, and prints the access token, which is good for 15 minutes.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(
            arity = "0..1",
            defaultValue = "operator",
            paramLabel = "USER",
            description = "Whose (default: operator).")
    private String user = "operator";

    @Option(names = "--list", description = "Lists the people instead.")
    private boolean list;

    TokenCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (list) {
            desk.out().println(people());
            return ExitCode.OK;
        }
        Optional<DemoUser> wanted = DemoUser.named(user);
        if (wanted.isEmpty()) {
            desk.err().println("There is nobody called '" + user + "'. Known:");
            desk.err().println(people());
            return ExitCode.USAGE;
        }
        UUID company = desk.world().companyOf(wanted.get()).orElse(null);
        desk.out().println(desk.people().person(wanted.get()).token(company));
        return ExitCode.OK;
    }

    private static String people() {
        return Arrays.stream(DemoUser.values())
                .map(person -> "  %-10s %-26s %s, %s (%s)"
                        .formatted(
                                person.key(),
                                person.email(),
                                person.personName(),
                                person.describes(),
                                String.join(", ", person.roles())))
                .collect(Collectors.joining("\n"));
    }
}
