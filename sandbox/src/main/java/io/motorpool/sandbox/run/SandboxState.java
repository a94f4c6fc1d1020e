package io.motorpool.sandbox.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.motorpool.sandbox.files.PrivateFile;
import io.motorpool.sandbox.files.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a running sandbox tells about itself in a file.
 *
 * @param sandbox the JVM that owns the parts
 * @param application the JVM of Motorpool itself
 * @param grpc host and port of the gRPC API
 * @param published where the keys are
 */
public record SandboxState(
        Mark sandbox,
        Mark application,
        URI url,
        String grpc,
        String jdbcUrl,
        String bootstrapServers,
        URI published,
        URI sap,
        URI telematics,
        URI gateway,
        String since) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** A process, told apart from a later one that got the same number. */
    public record Mark(long pid, long startedAt) {

        static Mark of(ProcessHandle process) {
            return new Mark(process.pid(), startOf(process));
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(Processes::isRunning).filter(found -> startOf(found) == startedAt);
        }

        private static long startOf(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    /** What the last sandbox wrote, whether it still runs or not. */
    static Optional<SandboxState> in(SandboxFolder folder) {
        if (!Files.exists(folder.stateFile())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(folder.stateFile().toFile(), SandboxState.class));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder.stateFile(), failed);
        }
    }

    /** The sandbox that runs now. */
    public static Optional<SandboxState> running(SandboxFolder folder) {
        return in(folder).filter(state -> state.sandbox.process().isPresent());
    }

    void writeTo(SandboxFolder folder) {
        try {
            PrivateFile.write(folder.stateFile(), JSON.writeValueAsString(this) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + folder.stateFile(), failed);
        }
    }

    @JsonIgnore
    public boolean isApplicationRunning() {
        return application.process().isPresent();
    }

    @JsonIgnore
    public int postgresPort() {
        return URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
    }

    /** Asks the sandbox to end in order and waits for it. */
    public boolean stop(Duration within) {
        return sandbox.process().map(process -> end(process, within)).orElse(true);
    }

    boolean endApplication() {
        return application
                .process()
                .map(process -> end(process, Duration.ofSeconds(30)))
                .orElse(false);
    }

    private static boolean end(ProcessHandle process, Duration within) {
        boolean _ = process.destroy();
        return Processes.awaitEnd(process, within);
    }
}
