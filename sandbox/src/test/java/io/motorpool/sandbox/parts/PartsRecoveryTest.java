package io.motorpool.sandbox.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsRecoveryTest {

    @TempDir
    Path folder;

    @Test
    void everything_is_there_again_after_everything_was_killed() throws Exception {
        Process holder = startHolder();
        holder.destroyForcibly().waitFor();
        PostgresPart.in(folder.resolve("postgres"), 0).kill();

        assertContentIsThere();
    }

    @Test
    void an_orderly_end_of_the_jvm_stops_the_server_too() throws Exception {
        Process holder = startHolder();

        holder.destroy();

        assertThat(holder.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(PostgresPart.in(folder.resolve("postgres"), 0).isRunning()).isFalse();
    }

    private void assertContentIsThere() throws Exception {
        try (Parts parts = Parts.in(folder)) {
            parts.start();

            assertThat(parts.isRunning()).isTrue();
            try (Connection connection =
                            parts.postgres().connect(parts.postgres().owner());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("row");
            }
            assertThat(Messages.in(parts.kafka(), "kept")).containsExactly("message");
        }
    }

    private Process startHolder() throws IOException {
        Process holder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PartsHolder.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = holder.inputReader();
        assertThat(said.readLine()).isEqualTo(PartsHolder.READY);
        return holder;
    }
}
