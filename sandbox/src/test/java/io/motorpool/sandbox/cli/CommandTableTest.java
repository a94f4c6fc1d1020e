package io.motorpool.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.files.PrivateFile;
import io.motorpool.sandbox.run.SandboxFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTableTest {

    @TempDir
    Path project;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void up_names_a_port_that_is_taken_and_offers_another() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThat(execute("up", "--port", Integer.toString(port))).isEqualTo(1);

            assertThat(err.toString())
                    .isEqualToIgnoringNewLines(
                            "Port %d is in use by another program. Take another one: ./motorpool up --port %d"
                                    .formatted(port, port + 1));
            assertThat(project.resolve(".motorpool")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "bench", "drill"})
    void a_name_that_does_not_exist_is_answered_with_those_that_do(String command) {
        assertThat(execute(command, "no-such-thing")).isEqualTo(2);

        assertThat(err.toString()).contains("named 'no-such-thing'. Known:");
    }

    @Test
    void an_unknown_command_is_answered_with_the_known_ones() {
        assertThat(execute("fly")).isEqualTo(2);

        assertThat(err.toString()).contains("Unmatched argument", "fly");
    }

    @Test
    void no_command_at_all_is_answered_with_the_usage() {
        assertThat(execute()).isEqualTo(2);

        assertThat(err.toString()).contains("up", "down", "status", "token", "mails", "demo", "bench", "fuzz", "drill");
    }

    @Test
    void a_token_before_the_first_start_is_answered_with_the_command_that_helps() {
        assertThat(execute("token", "member")).isEqualTo(1);

        assertThat(err.toString()).contains("./motorpool up");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_token_of_nobody_is_answered_with_those_who_have_one() {
        assertThat(execute("token", "chairman")).isEqualTo(2);

        assertThat(err.toString())
                .contains("'chairman'", "operator", "support", "auditor", "admin", "member", "colleague");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_token_while_nothing_runs_is_answered_with_the_command_that_helps() {
        PrivateFile.write(SandboxFolder.of(project).logins(), "{}");
        new DemoWorld(Map.of()).writeTo(SandboxFolder.of(project).demoFile());

        assertThat(execute("token", "operator")).isEqualTo(1);

        assertThat(err.toString()).contains("not running. Start it: ./motorpool up");
    }

    @Test
    void mails_are_shown_and_there_may_be_none() {
        assertThat(execute("mails", "minsu@hanbit.example")).isZero();
        PrivateFile.write(
                project.resolve(".motorpool/parts/mail/0001764000000-000001.eml"),
                "To: minsu@hanbit.example\r\nSubject: Welcome\r\n\r\nhttps://motorpool.example/x\r\n");
        assertThat(execute("mails", "minsu@hanbit.example")).isZero();

        assertThat(out.toString())
                .contains(
                        "There are no letters to minsu@hanbit.example.", "Welcome", "  | https://motorpool.example/x");
    }

    @Test
    void status_and_down_say_so_when_nothing_runs() {
        assertThat(execute("status")).isEqualTo(3);
        assertThat(execute("down")).isZero();

        assertThat(out.toString()).contains("not running. Start it: ./motorpool up");
    }

    @Test
    void an_application_that_is_not_built_is_said_to_be_so() {
        assertThat(execute("up", "--foreground", "--port", "0")).isEqualTo(1);

        assertThat(err.toString()).contains("The application is not built");
    }

    private int execute(String... arguments) {
        return new CommandTable(project, new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }
}
