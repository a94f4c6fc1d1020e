package io.motorpool.sandbox.run;

import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.LogTail;
import io.motorpool.sandbox.files.PrivateFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the sandbox in a JVM that outlives this one and the terminal. */
public final class DetachedSandbox {

    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path project;
    private final SandboxFolder folder;
    private final PrintWriter out;

    public DetachedSandbox(Path project, PrintWriter out) {
        this.project = project;
        this.folder = SandboxFolder.of(project);
        this.out = out;
    }

    /** Returns when the sandbox is ready; until then what it says is said here. */
    public void start(String... arguments) {
        Process sandbox = launch(List.of(arguments));
        // Ctrl-C before it is ready means: do not.
        Thread giveUp = new Thread(sandbox::destroy);
        Runtime.getRuntime().addShutdownHook(giveUp);
        int told = 0;
        while (SandboxState.running(folder).isEmpty()) {
            told = tellFrom(told);
            if (ended(sandbox)) {
                boolean _ = Runtime.getRuntime().removeShutdownHook(giveUp);
                int _ = tellFrom(told);
                throw new SandboxException("The sandbox did not start.\n" + LogTail.of(folder.log()));
            }
        }
        boolean _ = Runtime.getRuntime().removeShutdownHook(giveUp);
        int _ = tellFrom(told);
    }

    private Process launch(List<String> arguments) {
        Path logs = Folders.create(folder.logs());
        // It tells passwords.
        PrivateFile.write(folder.progress(), "");
        List<String> command = new ArrayList<>(outOfTheTerminal());
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.add("-Dmotorpool.project=" + project);
        command.addAll(List.of("-cp", classPath(), "io.motorpool.sandbox.Motorpool"));
        command.addAll(arguments);
        try {
            Process sandbox = new ProcessBuilder(command)
                    .directory(logs.toFile())
                    .redirectOutput(folder.progress().toFile())
                    .redirectError(folder.log().toFile())
                    .start();
            sandbox.getOutputStream().close();
            return sandbox;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start a JVM", failed);
        }
    }

    /** With a copy of our own jar, because the next build writes over the first. */
    private String classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .map(entry -> isOurs(entry) ? copy(entry) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOurs(Path entry) {
        return entry.getFileName().toString().startsWith("motorpool-sandbox") && Files.isRegularFile(entry);
    }

    private Path copy(Path jar) {
        Path copy = Folders.create(folder.runtime()).resolve("sandbox.jar");
        try {
            return Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot copy " + jar, failed);
        }
    }

    private static List<String> outOfTheTerminal() {
        return Stream.of("setsid", "nohup")
                .filter(DetachedSandbox::isOnPath)
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isOnPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private int tellFrom(int told) {
        try {
            byte[] said = Files.readAllBytes(folder.progress());
            out.print(new String(said, told, said.length - told, StandardCharsets.UTF_8));
            out.flush();
            return said.length;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder.progress(), failed);
        }
    }

    private static boolean ended(Process sandbox) {
        try {
            return sandbox.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while the sandbox started", interrupted);
        }
    }
}
