package io.motorpool.sandbox.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPartTest {

    @TempDir
    static Path folder;

    private static PostgresPart postgres;

    @BeforeAll
    static void start() {
        postgres = PostgresPart.in(folder, 0);
        postgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void it_runs_with_durable_settings() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("wal_level")).isEqualTo("logical");
        assertThat(setting("max_wal_size")).isEqualTo("256MB");
        assertThat(setting("max_connections")).isEqualTo("100");
        assertThat(setting("shared_buffers")).isEqualTo("128MB");
        assertThat(setting("server_version")).startsWith("18.6");
    }

    @Test
    void the_owner_owns_the_database_and_its_schema_and_finds_btree_gist() throws SQLException {
        assertThat(answer(
                        postgres.owner(), "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname='motorpool'"))
                .isEqualTo("motorpool_owner");
        assertThat(answer(postgres.owner(), "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname='public'"))
                .isEqualTo("motorpool_owner");
        assertThat(answer(postgres.owner(), "SELECT extname FROM pg_extension WHERE extname='btree_gist'"))
                .isEqualTo("btree_gist");
    }

    @Test
    void the_application_can_connect_and_create_nothing() throws SQLException {
        assertThat(answer(postgres.app(), "SELECT current_user")).isEqualTo("motorpool_app");
        assertThatThrownBy(() -> execute(postgres.app(), "CREATE TABLE mine(id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void nobody_comes_in_with_a_wrong_password() {
        assertThatThrownBy(() -> postgres.connect(new Credentials("motorpool_app", "guess")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void only_its_owner_may_read_the_passwords_and_the_credentials_do_not_tell_them() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("passwords.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(postgres.app().toString()).doesNotContain(postgres.app().password());
    }

    @Test
    void a_restart_keeps_port_and_content() throws SQLException {
        int port = postgres.port();
        execute(postgres.owner(), "CREATE TABLE kept(word text)", "INSERT INTO kept VALUES ('kept')");

        postgres.restart();

        assertThat(postgres.port()).isEqualTo(port);
        assertThat(answer(postgres.owner(), "SELECT word FROM kept")).isEqualTo("kept");
    }

    @Test
    void what_was_committed_survives_a_power_cut() throws SQLException {
        execute(postgres.owner(), "CREATE TABLE committed(word text)", "INSERT INTO committed VALUES ('safe')");

        postgres.kill();
        assertThat(postgres.isRunning()).isFalse();
        postgres.start();

        assertThat(answer(postgres.owner(), "SELECT word FROM committed")).isEqualTo("safe");
    }

    @Test
    void it_starts_although_a_crash_left_a_pid_file_that_names_a_stranger() throws IOException, SQLException {
        postgres.stop();
        Files.writeString(
                folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n/somewhere\n");

        postgres.start();

        assertThat(answer(postgres.app(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void a_second_start_on_the_same_files_takes_the_server_over() throws SQLException {
        long first = postgres.process().orElseThrow().pid();

        PostgresPart second = PostgresPart.in(folder, postgres.port());
        second.start();

        assertThat(second.process().orElseThrow().pid()).isNotEqualTo(first);
        assertThat(answer(second.app(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void a_port_that_is_taken_is_named_with_what_the_server_said(@TempDir Path other) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PostgresPart second = PostgresPart.in(other, taken.getLocalPort());

            assertThatThrownBy(second::start)
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
            assertThat(second.isRunning()).isFalse();
        }
    }

    private static String setting(String name) throws SQLException {
        return answer(postgres.app(), "SHOW " + name);
    }

    private static String answer(Credentials as, String query) throws SQLException {
        try (Connection connection = postgres.connect(as);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(Credentials as, String... commands) throws SQLException {
        try (Connection connection = postgres.connect(as);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
