package io.motorpool.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.sandbox.parts.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotorpoolProcessTest {

    @TempDir
    Path project;

    private ApplicationJar application;
    private Parts parts;
    private MotorpoolProcess node;

    @BeforeEach
    void packageTheStandIn() throws IOException {
        application = StandInJar.builtIn(project);
        parts = Parts.in(project.resolve("parts"));
        node = MotorpoolProcess.of(application, parts, project.resolve("runtime"))
                .with("STAND_IN_MIGRATED", project.resolve("migrated").toString());
    }

    @AfterEach
    void stop() {
        node.close();
        parts.close();
    }

    @Test
    void it_migrates_as_the_owner_and_for_the_application() throws IOException {
        node.migrate();

        assertThat(project.resolve("migrated")).exists();
        assertThat(Files.readString(project.resolve("runtime/logs/migrate.log")))
                .contains("jdbc:postgresql://localhost:0/motorpool as motorpool_owner for motorpool_app");
    }

    @Test
    void a_started_node_is_ready_and_a_stopped_one_has_ended_in_order() {
        node.start();
        assertThat(node.isRunning()).isTrue();
        assertThat(node.log()).content().contains("works as motorpool_app");

        node.stop();

        assertThat(node.isRunning()).isFalse();
        assertThat(node.log()).content().contains("ends in order");
    }

    @Test
    void a_killed_node_had_no_time_to_end_in_order_and_starts_again_on_its_port() {
        node.start();
        int port = node.port();

        node.kill();
        assertThat(node.isRunning()).isFalse();
        assertThat(node.log()).content().doesNotContain("ends in order");

        node.start();
        assertThat(node.port()).isEqualTo(port);
    }

    @Test
    void a_sibling_runs_beside_it_on_a_port_of_its_own() {
        node.start();

        try (MotorpoolProcess other = node.sibling("second")) {
            other.start();

            assertThat(other.port()).isNotEqualTo(node.port());
            assertThat(other.log()).isNotEqualTo(node.log());
            assertThat(node.isRunning()).isTrue();
        }
    }

    @Test
    void a_node_that_does_not_start_says_why() {
        MotorpoolProcess failing = node.sibling("failing").with("STAND_IN_FAILS", "yes");

        assertThatThrownBy(failing::start)
                .isInstanceOf(ApplicationFailedException.class)
                .hasMessageContaining("status 7")
                .hasMessageContaining("The stand-in was told to fail");
        assertThat(failing.isRunning()).isFalse();
    }

    @Test
    void the_first_stop_leaves_a_start_up_cache_that_the_next_start_reads() {
        MotorpoolProcess recording = node.recordingStartUp();
        recording.start();
        recording.stop();
        assertThat(project.resolve("runtime")).isDirectoryContaining("glob:**/app-*.aot");

        recording.start();

        assertThat(recording.handle().info().arguments().orElseThrow())
                .anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
        assertThat(recording.log()).content().doesNotContain("[error]");
    }

    @Test
    void a_rehearsal_leaves_one_too_and_the_next_has_nothing_left_to_do() throws IOException {
        node.rehearse();
        assertThat(node.isRunning()).isFalse();
        assertThat(project.resolve("runtime")).isDirectoryContaining("glob:**/app-*.aot");
        String told = Files.readString(node.log());

        node.rehearse();

        assertThat(node.log()).content().isEqualTo(told);
    }

    @Test
    void a_copy_counts_as_the_same_build_and_a_changed_file_as_another() throws IOException {
        ApplicationJar copy = application.copiedInto(project.resolve("copies"));
        String build = application.build();
        assertThat(copy.build()).isEqualTo(build);

        Files.setLastModifiedTime(application.folder().resolve("quarkus-run.jar"), FileTime.fromMillis(1));
        ApplicationJar rebuilt = application.copiedInto(project.resolve("copies"));

        assertThat(rebuilt.build()).isNotEqualTo(build);
        assertThat(copy.folder()).doesNotExist();
    }

    @Test
    void an_application_that_is_not_built_is_named_with_the_command_that_builds_it(@TempDir Path empty) {
        assertThatThrownBy(() -> ApplicationJar.builtIn(empty))
                .hasMessageContaining("quarkus-run.jar")
                .hasMessageContaining("mvn package");
    }
}
