package io.motorpool.sandbox.bench;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Ports;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.parts.PostgresPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@link BareServer} in a JVM with the same memory and flags as the application's. */
public final class BareProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(20);

    private final int port = Ports.free();
    private final Process process;
    private final Runnable endAtExit;

    private BareProcess(Class<?> server, PostgresPart postgres, String database, UUID company, int pool, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(MotorpoolProcess.JVM_FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), server.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("BARE_PORT", Integer.toString(port));
        builder.environment().put("BARE_POOL", Integer.toString(pool));
        builder.environment().put("BARE_DATABASE", "postgresql://localhost:%d/%s".formatted(postgres.port(), database));
        builder.environment().put("BARE_USER", postgres.app().user());
        builder.environment().put("BARE_PASSWORD", postgres.app().password());
        builder.environment().put("BARE_COMPANY", company.toString());
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start a JVM", failed);
        }
        endAtExit = process::destroyForcibly;
        AtExit.run(endAtExit);
    }

    /**
     * Returns when it listens.
     *
     * @param server whose main method lets {@link BareServer} listen
     */
    public static BareProcess start(
            Class<?> server, PostgresPart postgres, String database, UUID company, int pool, Path log) {
        BareProcess bare = new BareProcess(server, postgres, database, company, pool, log);
        if (!Processes.await(() -> !Ports.isFree(bare.port), READY_WITHIN)) {
            bare.close();
            throw new IllegalStateException("the bare server does not listen; see " + log);
        }
        return bare;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        AtExit.forget(endAtExit);
        var _ = process.destroyForcibly();
    }
}
