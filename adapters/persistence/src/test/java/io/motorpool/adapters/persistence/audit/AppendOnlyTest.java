package io.motorpool.adapters.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.persistence.Login;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded stays as it is, whoever tries: in SQL, past every rule of ours. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AppendOnlyTest {

    private static final String NOT_ALLOWED = "42501";

    /** Under ids that are older than any, so that nobody's newest page is full of them. */
    @BeforeEach
    void somethingIsRecorded() throws SQLException {
        Login.ofApplication()
                .run("INSERT INTO audit_entry (id, at, actor_id, role, company_id, subject_id, action, before, after)"
                        + " VALUES (gen_random_uuid(), now(), gen_random_uuid(), 'OPERATOR', gen_random_uuid(),"
                        + " gen_random_uuid(), 'change-company', '{}', '{}')");
        Login.ofApplication()
                .run("INSERT INTO security_entry (id, at, event, facts) VALUES (overlay(gen_random_uuid()::text"
                        + " PLACING '00000000' FROM 1)::uuid, now(), 'SIGNED_IN', '{}')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET action = 'nothing'",
                "UPDATE audit_entry SET action = 'nothing' WHERE false",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "MERGE INTO audit_entry AS a USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
                "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (id) DO UPDATE SET action = 'nothing'",
                "SELECT * FROM audit_entry FOR UPDATE",
                "UPDATE reservation_note SET text = 'nothing'",
                "DELETE FROM reservation_note",
                "TRUNCATE reservation_note",
                "UPDATE ledger_entry SET won = 0",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry",
                "UPDATE log_fact SET note = 'nothing'",
                "DELETE FROM log_fact",
                "UPDATE log_closing SET sheets = 'nothing'",
                "DELETE FROM log_closing",
                "DELETE FROM log_file",
                "UPDATE legacy_change SET image = 'nothing'",
                "DELETE FROM legacy_change",
                "UPDATE security_entry SET event = 'nothing'",
                "UPDATE security_entry SET event = 'nothing' WHERE false",
                "DELETE FROM security_entry",
                "TRUNCATE security_entry",
                "MERGE INTO security_entry AS s USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
                "INSERT INTO security_entry SELECT * FROM security_entry ON CONFLICT (id) DO UPDATE SET event ="
                        + " 'nothing'",
                "WITH gone AS (DELETE FROM security_entry RETURNING id) SELECT count(*) FROM gone",
                "SELECT * FROM security_entry FOR UPDATE"
            })
    void the_application_can_only_add(String statement) throws SQLException {
        long before = recorded();

        assertThatThrownBy(byApplication(statement)).satisfies(AppendOnlyTest::isNotAllowed);

        assertThat(recorded()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_is_append_only",
                "DROP TRIGGER audit_entry_is_append_only ON audit_entry",
                "DROP TABLE audit_entry",
                "ALTER TABLE security_entry DISABLE TRIGGER security_entry_is_append_only",
                "DROP TRIGGER security_entry_is_append_only ON security_entry",
                "DROP TABLE security_entry",
                "ALTER TABLE security_entry ALTER COLUMN event TYPE text USING 'nothing'",
                "CREATE RULE gone AS ON INSERT TO security_entry DO INSTEAD NOTHING",
                "ALTER TABLE audit_entry ALTER COLUMN action TYPE text USING 'nothing'",
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
                "CREATE TABLE audit_entry_instead (id uuid)",
                "SET session_replication_role = replica",
                "SET ROLE motorpool_owner"
            })
    void the_application_cannot_lift_the_rule(String statement) {
        assertThatThrownBy(byApplication(statement)).satisfies(AppendOnlyTest::isNotAllowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET action = 'nothing'",
                "UPDATE audit_entry SET action = 'nothing' WHERE false",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "MERGE INTO audit_entry AS a USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
                "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (id) DO UPDATE SET action = 'nothing'",
                "UPDATE reservation_note SET text = 'nothing'",
                "DELETE FROM reservation_note",
                "TRUNCATE reservation_note",
                "UPDATE log_fact SET note = 'nothing'",
                "DELETE FROM log_fact",
                "UPDATE log_closing SET sheets = 'nothing'",
                "DELETE FROM log_closing",
                "DELETE FROM log_file",
                "UPDATE legacy_change SET image = 'nothing'",
                "DELETE FROM legacy_change",
                "TRUNCATE reservation CASCADE",
                "UPDATE ledger_entry SET won = 0",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_entry",
                "UPDATE security_entry SET event = 'nothing'",
                "UPDATE security_entry SET event = 'nothing' WHERE false",
                "DELETE FROM security_entry",
                "TRUNCATE security_entry",
                "TRUNCATE session, security_entry CASCADE",
                "MERGE INTO security_entry AS s USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE"
            })
    void not_even_the_owner_changes_or_empties_it_by_a_slip(String statement) throws SQLException {
        long before = recorded();

        assertThatThrownBy(() -> Login.ofOwner().run(statement))
                .hasMessageContaining("is append-only")
                .satisfies(AppendOnlyTest::isNotAllowed);

        assertThat(recorded()).isEqualTo(before);
    }

    private static ThrowingCallable byApplication(String statement) {
        return () -> Login.ofApplication().run(statement);
    }

    private static void isNotAllowed(Throwable failure) {
        assertThat(failure).isInstanceOf(SQLException.class);
        assertThat(((SQLException) failure).getSQLState()).isEqualTo(NOT_ALLOWED);
    }

    private static long recorded() throws SQLException {
        try (Connection connection = Login.ofApplication().connect();
                Statement asked = connection.createStatement();
                ResultSet answer =
                        asked.executeQuery("SELECT (SELECT count(*) FROM audit_entry WHERE action = 'change-company')"
                                + " + (SELECT count(*) FROM security_entry WHERE event = 'SIGNED_IN')")) {
            assertThat(answer.next()).isTrue();
            return answer.getLong(1);
        }
    }
}
