package io.motorpool.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.app.StandInJar;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.files.Ports;
import io.motorpool.sandbox.run.SandboxFolder;
import io.motorpool.sandbox.run.SandboxState;
import io.motorpool.sandbox.token.DemoCompany;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole life of a sandbox, with real parts and the smallest application that keeps to the contract. */
class SandboxLifeTest {

    @TempDir
    Path project;

    private final String port = Integer.toString(Ports.free());
    private SandboxFolder folder;
    private String said = "";

    @BeforeEach
    void packageAnApplicationThatHasItsDemoDataAlready() throws IOException {
        assertThat(StandInJar.builtIn(project).build()).isNotEmpty();
        folder = SandboxFolder.of(project);
        DemoWorld.Company company = new DemoWorld.Company(UUID.randomUUID(), List.of(), List.of(), Map.of(), List.of());
        new DemoWorld(Map.of(DemoCompany.HANBIT, company)).writeTo(folder.demoFile());
    }

    @AfterEach
    void stop() {
        assertThat(execute("down")).isZero();
    }

    @Test
    void it_goes_up_once_and_down_once_and_tells_where_it_is_in_between() {
        assertThat(execute("up", "--port", port)).as(said).isZero();
        assertThat(said)
                .contains(
                        "http://localhost:" + port + "/q/swagger-ui",
                        "curl -s -H \"Authorization: Bearer $(./motorpool token member)\"",
                        "./motorpool down");

        assertThat(execute("up", "--port", port)).isZero();
        assertThat(said).contains("already running at http://localhost:" + port);

        assertThat(execute("status")).isZero();
        assertThat(said).contains("http://localhost:" + port + "/api/v1");

        assertThat(execute("down")).isZero();
        assertThat(said).contains("Stopped");
        assertThat(execute("status")).isEqualTo(3);
        assertThat(folder.logs().resolve("app.log")).content().contains("ends in order");
    }

    @Test
    void after_everything_was_orphaned_by_a_kill_it_goes_up_again() {
        assertThat(execute("up", "--port", port)).as(said).isZero();
        SandboxState before = SandboxState.running(folder).orElseThrow();
        ProcessHandle sandbox = ProcessHandle.of(before.sandbox().pid()).orElseThrow();
        assertThat(sandbox.destroyForcibly()).isTrue();
        assertThat(sandbox.onExit().join().isAlive()).isFalse();
        assertThat(execute("status")).isEqualTo(3);

        assertThat(execute("up", "--port", port)).as(said).isZero();

        assertThat(execute("status")).isZero();
        assertThat(ProcessHandle.of(before.application().pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private int execute(String... arguments) {
        StringWriter heard = new StringWriter();
        PrintWriter writer = new PrintWriter(heard);
        int status = new CommandTable(project, writer, writer).execute(arguments);
        said = heard.toString();
        return status;
    }
}
