package io.motorpool.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./motorpool} says by itself, before it starts any Java. */
class ScriptTest {

    private static final Path SCRIPT =
            Path.of("..", "motorpool").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void help_lists_the_commands() throws Exception {
        Said said = run(SCRIPT, Map.of(), "help");

        assertThat(said.status()).isZero();
        assertThat(said.text())
                .contains("up", "down", "status", "token", "demo", "bench", "fuzz", "drill", "test", "help");
    }

    @Test
    void an_unknown_command_is_answered_with_the_usage_also_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), SCRIPT);

        Said said = run(link, Map.of(), "fly");
        Files.delete(link);

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.text()).contains("no command 'fly'", "Usage: ./motorpool COMMAND");
    }

    @Test
    void a_jdk_that_is_too_old_is_named_instead_of_used() throws Exception {
        Path jdk = oldJdk();

        Said said = run(SCRIPT, Map.of("MOTORPOOL_JAVA_HOME", jdk.toString()), "status");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("MOTORPOOL_JAVA_HOME is " + jdk, "no JDK 25 or later");
    }

    private Path oldJdk() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\nexit 9\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
        return folder.resolve("jdk");
    }

    private Said run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private record Said(int status, String text) {}
}
