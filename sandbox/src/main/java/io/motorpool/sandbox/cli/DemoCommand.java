package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.demo.Stage;
import io.motorpool.sandbox.demo.Stories;
import io.motorpool.sandbox.demo.Story;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        description = "Plays a story through API calls and prints each request and answer. Without a name: lists them.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "STORY", description = "Which one.")
    private @Nullable String name;

    @Option(names = "--url", description = "Where Motorpool is (default: the running sandbox).")
    private @Nullable URI url;

    DemoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            desk.out().println(Stories.ALL.listing());
            return ExitCode.OK;
        }
        Optional<Story> story = Stories.ALL.find(name);
        if (story.isEmpty()) {
            desk.err().println(Stories.ALL.unknown(name));
            return ExitCode.USAGE;
        }
        story.get().play(new Stage(desk.url(url), desk.world(), desk.tokens(), desk.out()));
        return ExitCode.OK;
    }
}
