package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.demo.Backstage;
import io.motorpool.sandbox.demo.Stage;
import io.motorpool.sandbox.demo.Stories;
import io.motorpool.sandbox.demo.Story;
import io.motorpool.sandbox.run.SandboxState;
import io.motorpool.sandbox.run.TemporarySandbox;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        description = "Plays a story through API calls and prints each request and answer. Without a name: lists them.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "STORY", description = "Which one.")
    private @Nullable String name;

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
        play(story.get());
        return ExitCode.OK;
    }

    private void play(Story story) throws Exception {
        Optional<SandboxState> running = SandboxState.running(desk.folder());
        if (running.isPresent()) {
            story.play(new Stage(
                    running.get().url(),
                    running.get().grpc(),
                    desk.world(),
                    desk.people(),
                    backstage(running.get()),
                    desk.out()));
            return;
        }
        desk.out().println("Motorpool is not running, so this story gets one of its own. It starts now.");
        desk.out().flush();
        try (TemporarySandbox own = TemporarySandbox.start(desk.application())) {
            story.play(own.stage(desk.out()));
        }
    }

    private Backstage backstage(SandboxState running) {
        return Backstage.of(
                desk.folder().postgres(running.postgresPort()),
                running.bootstrapServers(),
                desk.folder().mail(),
                running.published(),
                running.sap(),
                running.telematics(),
                running.gateway());
    }
}
