package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.files.LogTail;
import io.motorpool.sandbox.files.Processes;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root, which is what one is in most containers;
 * there it is started in a user namespace of its own, where root is nobody in particular.
 */
final class PostgresPrograms {

    private static final int SECONDS = 180;

    private final Path binaries;
    private final Path transcript;

    PostgresPrograms(Path binaries, Path transcript) {
        this.binaries = binaries;
        this.transcript = transcript;
    }

    void mustRun(String program, List<String> arguments) {
        int status = run(program, arguments);
        if (status != 0) {
            throw new PartFailedException(
                    "%s failed with status %d:%n%s".formatted(program, status, LogTail.of(transcript)));
        }
    }

    int run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(asSomebodyElseThanRoot());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        // Into a file: a server that pg_ctl leaves running would keep a pipe open for ever.
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(transcript.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PartFailedException(program + " did not end within " + SECONDS + " s");
            }
            return process.exitValue();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot run " + program, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while " + program + " ran", interrupted);
        }
    }

    /** The server that runs on these files, whoever started it. A pid file may be left of a crash and name a stranger. */
    Optional<ProcessHandle> serverOf(Path data) {
        return pidIn(data.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(Processes::isRunning)
                .filter(process -> runsOn(process, data));
    }

    private static Optional<Long> pidIn(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .map(String::trim)
                    .map(Long::valueOf);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean runsOn(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        return info.command().map(PostgresPrograms::isPostgres).orElse(false)
                && info.arguments()
                        .map(List::of)
                        .map(given -> given.contains(data.toString()))
                        .orElse(true);
    }

    private static boolean isPostgres(String command) {
        return Path.of(command)
                .getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .startsWith("postgres");
    }

    private static List<String> asSomebodyElseThanRoot() {
        if (!isRoot()) {
            return List.of();
        }
        if (!LinuxUtils.isUnshareAvailable()) {
            throw new PartFailedException("PostgreSQL does not run as root, and this system does not let root become"
                    + " somebody else with 'unshare -U'. Run it as an ordinary user.");
        }
        return List.of("unshare", "-U");
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
