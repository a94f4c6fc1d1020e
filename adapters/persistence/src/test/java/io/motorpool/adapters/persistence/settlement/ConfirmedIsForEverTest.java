package io.motorpool.adapters.persistence.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.persistence.Login;
import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.route.RouteGround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is confirmed stays as it is, whoever tries: in SQL, past every rule of ours. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConfirmedIsForEverTest implements OnPostgres {

    private static final String NOT_ALLOWED = "42501";
    private static final String LOST = "40001";
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String FOREIGN = "23503";
    private static final String OVERLAP = "23P01";

    private BilledMonth billed;

    @BeforeEach
    void aMonthIsConfirmed() {
        billed = BilledMonth.confirmed(this, new PostgresOffice(this));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE settlement SET month = '2026-10-01'",
                "UPDATE settlement SET month = month WHERE false",
                "DELETE FROM settlement",
                "TRUNCATE settlement CASCADE",
                "MERGE INTO settlement AS s USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
                "INSERT INTO settlement SELECT * FROM settlement ON CONFLICT (id) DO UPDATE SET month = '2026-10-01'",
                "WITH gone AS (DELETE FROM settlement RETURNING id) SELECT count(*) FROM gone",
                "SELECT * FROM settlement FOR UPDATE",
                "UPDATE settlement_step SET supply = 1",
                "UPDATE settlement_step SET supply = 1 WHERE false",
                "DELETE FROM settlement_step",
                "TRUNCATE settlement_step",
                "INSERT INTO settlement_step SELECT * FROM settlement_step ON CONFLICT (settlement_id, version) DO UPDATE SET supply = 1",
                "SELECT * FROM settlement_step FOR UPDATE",
                "UPDATE snapshot SET text = replace(text, '45000', '44000')",
                "UPDATE snapshot SET text = text WHERE false",
                "DELETE FROM snapshot",
                "TRUNCATE snapshot",
                "MERGE INTO snapshot AS s USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET text = ''",
                "INSERT INTO snapshot SELECT * FROM snapshot ON CONFLICT (settlement_id) DO UPDATE SET text = ''",
                "SELECT * FROM snapshot FOR UPDATE",
                "UPDATE seal_register SET seal = repeat('0', 64)",
                "DELETE FROM seal_register",
                "TRUNCATE seal_register CASCADE",
                "INSERT INTO seal_register SELECT * FROM seal_register ON CONFLICT (number) DO UPDATE SET sequence = 9",
                "UPDATE charge SET won = won + 1",
                "UPDATE charge SET won = won WHERE false",
                "DELETE FROM charge",
                "TRUNCATE charge",
                "MERGE INTO charge AS c USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
                "INSERT INTO charge SELECT * FROM charge ON CONFLICT (id) DO UPDATE SET won = 1",
                "SELECT * FROM charge FOR UPDATE",
                "UPDATE rate SET won = 1",
                "DELETE FROM rate",
                "TRUNCATE rate",
                "UPDATE run SET departure = departure + interval '1 day'",
                "UPDATE run SET company_id = company_id",
                "DELETE FROM run",
                "TRUNCATE run CASCADE",
                "UPDATE vehicle_contract SET number = number",
                "UPDATE vehicle_contract SET vehicle_id = vehicle_id",
                "DELETE FROM vehicle_contract",
                "TRUNCATE vehicle_contract CASCADE",
                "UPDATE extra_cost SET service_date = '2026-12-01'",
                "UPDATE extra_cost SET company_id = company_id",
                "TRUNCATE extra_cost",
                "UPDATE route SET company_id = company_id",
                "DELETE FROM route",
                "UPDATE slot SET route_id = route_id",
                "UPDATE settlement_draft SET settlement_id = settlement_id",
                "UPDATE erp_account SET company_id = company_id",
                "DELETE FROM erp_account",
                "DELETE FROM books",
                "UPDATE books SET company_id = company_id",
                "SELECT setval('settlement_number', 1)",
                "SELECT setval('vehicle_contract_number', 1)"
            })
    void the_application_has_no_right_to_change_it(String statement) throws SQLException {
        assertThatNothingHappens(Login.ofApplication(), statement, NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE run SET status = 'CANCELLED', left_at = NULL, arrived_at = NULL, cause = 'WEATHER', cancelled_at = now()"
                        + " WHERE id = {run}",
                "UPDATE run SET version = version + 1 WHERE id = {run}",
                "INSERT INTO run (id, version, company_id, route_id, slot_id, departure, status)"
                        + " VALUES (gen_random_uuid(), 0, {company}, {route}, {slot}, '2026-11-20T00:00:00Z', 'SCHEDULED')",
                // Twenty past midnight in Seoul, which is October's last day elsewhere.
                "INSERT INTO run (id, version, company_id, route_id, slot_id, departure, status)"
                        + " VALUES (gen_random_uuid(), 0, {company}, {route}, {slot}, '2026-10-31T15:20:00Z', 'SCHEDULED')",
                "INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind, rate_version, won, about_id, recorded_at)"
                        + " SELECT run_id, company_id, service_date, route_id, contract_id, 'CREDIT', rate_version, won, id, now()"
                        + " FROM charge WHERE run_id = {run}",
                "INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind, rate_version, won, about_id, recorded_at)"
                        + " SELECT run_id, company_id, service_date, route_id, contract_id, 'REPLACEMENT', rate_version, won, id, now()"
                        + " FROM charge WHERE run_id = {run}",
                "INSERT INTO extra_cost SELECT gen_random_uuid(), company_id, route_id, service_date, kind, 'R-2', won, reason,"
                        + " description, edited_by FROM extra_cost WHERE id = {cost}",
                "UPDATE extra_cost SET won = 1 WHERE id = {cost}",
                "UPDATE extra_cost SET description = '' WHERE id = {cost}",
                "DELETE FROM extra_cost WHERE id = {cost}",
                "MERGE INTO extra_cost AS x USING (SELECT 1) AS one ON x.id = {cost} WHEN MATCHED THEN DELETE",
                "INSERT INTO extra_cost SELECT * FROM extra_cost WHERE id = {cost} ON CONFLICT (id) DO UPDATE SET won = 1",
                "UPDATE vehicle_contract SET end_at = '2026-11-10T00:00:00Z' WHERE slot_id = {slot}",
                "UPDATE vehicle_contract SET end_at = '2026-11-30T14:59:59Z' WHERE slot_id = {slot}",
                "UPDATE vehicle_contract SET start_at = NULL, end_at = NULL WHERE slot_id = {slot}"
            })
    void a_closed_month_takes_nothing_and_gives_nothing_away(String statement) throws SQLException {
        assertThatNothingHappens(Login.ofApplication(), statement, NOT_ALLOWED);
    }

    @Test
    void no_contract_is_issued_into_a_closed_month_either() throws SQLException {
        var slot = givenSlot(givenRoute(billed.company()));
        var vehicle = givenVehicle(billed.company());
        String contract = "INSERT INTO vehicle_contract SELECT gen_random_uuid(), 'VC209912-000002', company_id, '"
                + slot.id() + "', '" + vehicle.id()
                + "', chauffeur_id, cause, %s FROM vehicle_contract WHERE slot_id = {slot}";

        for (String span : List.of(
                "'2026-10-01', '2026-10-31T15:00:00.000001Z'", "'2026-11-30T14:59:59Z', NULL", "'2026-01-01', NULL")) {
            assertThatNothingHappens(Login.ofApplication(), contract.formatted(span), NOT_ALLOWED);
        }
        Login.ofApplication().run(billed.in(contract.formatted("'2026-10-01', '2026-10-31T15:00:00Z'")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO settlement_step (settlement_id, version, status, at, document)"
                        + " SELECT settlement_id, version + 1, 'POSTED', now(), '1' FROM settlement_step WHERE settlement_id = {settlement}",
                "INSERT INTO settlement_step (settlement_id, version, status, at, fault)"
                        + " SELECT settlement_id, version + 1, 'POST_FAILED', now(), 'DECLINED' FROM settlement_step WHERE settlement_id = {settlement}",
                "INSERT INTO settlement_step (settlement_id, version, status, at, confirmed_by, supply, seal)"
                        + " SELECT settlement_id, version + 1, 'CONFIRMED', now(), confirmed_by, 1, seal FROM settlement_step WHERE settlement_id = {settlement}",
                "INSERT INTO settlement_step (settlement_id, version, status, at, next_at)"
                        + " SELECT settlement_id, version + 2, 'POSTING', now(), now() FROM settlement_step WHERE settlement_id = {settlement}",
                "INSERT INTO settlement_step (settlement_id, version, status, at, next_at)"
                        + " SELECT settlement_id, -1, 'POSTING', now(), now() FROM settlement_step WHERE settlement_id = {settlement}",
                "INSERT INTO settlement_draft (settlement_id, version) VALUES ({settlement}, 0)"
            })
    void a_confirmed_settlement_goes_on_by_the_steps_of_its_life_only(String statement) throws SQLException {
        assertThatNothingHappens(Login.ofApplication(), statement, LOST);
    }

    private static final String REVERSAL =
            "INSERT INTO settlement (id, number, company_id, month, reversed_id) SELECT '00000000-0000-0000-0000-0000000000aa',"
                    + " 'ST209912-00000001', company_id, month, id FROM settlement WHERE id = {settlement};";
    private static final String CONFIRMED =
            "INSERT INTO settlement_step (settlement_id, version, status, at, confirmed_by, supply, seal) VALUES"
                    + " ('00000000-0000-0000-0000-0000000000aa', 0, 'CONFIRMED', now(), gen_random_uuid(), %d, repeat('0', 64));";
    private static final String COST = "DELETE FROM extra_cost WHERE id = {cost}";

    @Test
    void a_reversal_that_nobody_confirmed_opens_no_month() throws SQLException {
        assertThatNothingHappens(Login.ofApplication(), REVERSAL + COST, NOT_ALLOWED);
    }

    @Test
    void only_what_was_posted_is_reversed_and_only_to_the_won() throws SQLException {
        long supply = 92_400;
        assertThatNothingHappens(Login.ofApplication(), REVERSAL + CONFIRMED.formatted(supply), NOT_ALLOWED);

        var _ = new PostgresOffice(this).posted(billed.settlement());

        assertThatNothingHappens(Login.ofApplication(), REVERSAL + CONFIRMED.formatted(supply - 1), NOT_ALLOWED);
        assertThatNothingHappens(Login.ofApplication(), REVERSAL.replace("month, id", "'2026-10-01', id"), FOREIGN);
        assertThatNothingHappens(
                Login.ofApplication(), REVERSAL + REVERSAL.replace("aa'", "ab'").replace("01'", "02'"), UNIQUE);
    }

    /** A table of one's own stands in front of everybody else's, unless the function says where it looks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMP TABLE closed_month (company_id uuid, month date); " + COST,
                "CREATE TEMP TABLE closed_month (company_id uuid, month date); SET search_path = pg_temp, public; "
                        + COST,
                "CREATE TEMP TABLE books (company_id uuid, turns bigint); " + COST,
                "CREATE TEMP TABLE settlement_step (LIKE public.settlement_step); " + COST
            })
    void tables_that_are_put_in_front_of_ours_are_not_looked_at(String statement) throws SQLException {
        assertThatNothingHappens(Login.ofApplication(), statement, NOT_ALLOWED);
    }

    @Test
    void a_life_that_is_made_up_in_front_of_the_true_one_is_not_looked_at() throws SQLException {
        assertThatNothingHappens(
                Login.ofApplication(),
                "CREATE TEMP TABLE settlement_step AS SELECT * FROM public.settlement_step WHERE settlement_id = {settlement};"
                        + " UPDATE settlement_step SET status = 'POSTING', version = version + 1;"
                        + " INSERT INTO public.settlement_step (settlement_id, version, status, at, document)"
                        + " SELECT settlement_id, version + 1, 'POSTED', now(), '1' FROM settlement_step",
                LOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE settlement DISABLE TRIGGER settlement_is_append_only",
                "ALTER TABLE snapshot DISABLE TRIGGER ALL",
                "ALTER TABLE charge DISABLE TRIGGER USER",
                "ALTER TABLE charge DROP CONSTRAINT charge_of_run",
                "ALTER TABLE snapshot ALTER COLUMN text TYPE text USING ''",
                "ALTER TABLE snapshot OWNER TO {app}",
                "ALTER TABLE run ENABLE ROW LEVEL SECURITY",
                "DROP TRIGGER snapshot_is_append_only ON snapshot",
                "DROP TABLE seal_register CASCADE",
                "DROP TRIGGER charge_insert_in_open_month ON charge",
                "DROP TABLE snapshot",
                "DROP INDEX charge_captured_once",
                "DROP VIEW closed_month",
                "CREATE OR REPLACE VIEW closed_month AS SELECT company_id, month FROM settlement WHERE false",
                "CREATE OR REPLACE FUNCTION refuse_if_closed(companies uuid[], months date[]) RETURNS void LANGUAGE sql AS 'SELECT'",
                "ALTER FUNCTION check_settlement_step() RESET search_path",
                "DROP FUNCTION check_settlement_step() CASCADE",
                "CREATE TRIGGER gone BEFORE INSERT ON charge FOR EACH ROW EXECUTE FUNCTION refuse_change()",
                "CREATE RULE gone AS ON INSERT TO snapshot DO INSTEAD NOTHING",
                "CREATE TABLE settlement_instead (id uuid)",
                "CREATE SCHEMA mine",
                "SET session_replication_role = replica",
                "SET ROLE motorpool_owner",
                "SET SESSION AUTHORIZATION motorpool_owner",
                "ALTER ROLE {app} SUPERUSER",
                "GRANT motorpool_owner TO {app}",
                "ALTER SYSTEM SET session_replication_role = replica",
                "COPY snapshot FROM PROGRAM 'echo'"
            })
    void the_application_cannot_lift_the_rules(String statement) throws SQLException {
        assertThatNothingHappens(Login.ofApplication(), statement, NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE settlement SET month = month WHERE false",
                "DELETE FROM settlement",
                "TRUNCATE settlement CASCADE",
                "UPDATE settlement_step SET supply = 1",
                "TRUNCATE settlement_step",
                "UPDATE snapshot SET text = ''",
                "DELETE FROM snapshot WHERE false",
                "TRUNCATE snapshot",
                "UPDATE charge SET won = 1",
                "TRUNCATE charge",
                "UPDATE rate SET won = 1",
                "TRUNCATE run CASCADE",
                "TRUNCATE extra_cost",
                "TRUNCATE vehicle_contract CASCADE",
                "DELETE FROM vehicle_contract",
                "UPDATE run SET departure = departure + interval '1 minute' WHERE id = {run}",
                "UPDATE extra_cost SET service_date = '2026-12-01' WHERE id = {cost}",
                "DELETE FROM extra_cost WHERE id = {cost}"
            })
    void not_even_the_owner_changes_or_empties_it_by_a_slip(String statement) throws SQLException {
        String before = billed.rows();

        assertThatThrownBy(() -> Login.ofOwner().run(billed.in(statement))).isInstanceOf(SQLException.class);

        assertThat(billed.rows()).isEqualTo(before);
    }

    /** Begun before the month was closed: it sees the world of then, and is told that it is over. */
    @Test
    void who_looks_at_the_world_before_the_confirmation_does_not_write_into_it_afterwards() throws SQLException {
        PostgresOffice office = new PostgresOffice(this);
        BilledMonth other = billed;
        try (Connection early = Login.ofApplication().connect();
                Statement sql = early.createStatement()) {
            early.setAutoCommit(false);
            early.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            boolean _ = sql.execute("SELECT count(*) FROM settlement");
            billed = BilledMonth.confirmed(this, office);

            assertThatThrownBy(() -> sql.execute(billed.in("INSERT INTO extra_cost SELECT gen_random_uuid(), {company},"
                            + " {route}, '2026-11-03', 'TOLL', 'R-9', 1, NULL, '', gen_random_uuid()")))
                    .isInstanceOf(SQLException.class);
            early.rollback();
        }
        assertThat(office.verified(billed.company()).finding()).isEmpty();
        assertThat(office.verified(other.company()).finding()).isEmpty();
    }

    @Test
    void a_run_is_charged_once_and_a_charge_is_credited_and_replaced_once() throws SQLException {
        var slot = givenService(givenCompany(), 45_000);
        var run = givenCompleted(slot, RouteGround.day(2));
        long _ = givenCaptured(slot.company());
        String again =
                "INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind, rate_version, won,"
                        + " about_id, recorded_at) SELECT run_id, company_id, service_date, route_id, contract_id, '%s', rate_version, won,"
                        + " %s, now() FROM charge WHERE kind = 'CAPTURED' AND run_id = '" + run.id() + "';";

        assertThatNothingHappens(Login.ofApplication(), again.formatted("CAPTURED", "NULL"), UNIQUE);
        assertThatNothingHappens(Login.ofApplication(), again.formatted("CREDIT", "NULL"), CHECK);
        assertThatNothingHappens(
                Login.ofApplication(), again.formatted("CREDIT", "id").repeat(2), UNIQUE);
        assertThatNothingHappens(
                Login.ofApplication(), again.formatted("REPLACEMENT", "id").repeat(2), UNIQUE);
    }

    /** Or it could be put into an open month, and be paid for there. */
    @Test
    void a_charge_says_of_its_run_what_is_true() throws SQLException {
        String charge =
                "INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind, rate_version, won,"
                        + " about_id, recorded_at) SELECT run_id, %s, %s, %s, contract_id, 'CREDIT', rate_version, won, id, now()"
                        + " FROM charge WHERE run_id = {run}";
        String other = "'" + givenService(givenCompany(), 1).route() + "'";

        assertThatNothingHappens(
                Login.ofApplication(), charge.formatted("company_id", "date '2026-12-02'", "route_id"), FOREIGN);
        assertThatNothingHappens(
                Login.ofApplication(),
                charge.formatted("'" + givenCompany() + "'", "service_date", "route_id"),
                FOREIGN);
        assertThatNothingHappens(
                Login.ofApplication(), charge.formatted("company_id", "date '2026-12-02'", other), FOREIGN);
    }

    @Test
    void contracts_overlap_neither_on_a_slot_nor_for_a_vehicle_and_only_shrink() throws SQLException {
        var slot = givenService(givenCompany(), 45_000);
        var free = givenSlot(givenRoute(slot.company()));
        var vehicle = givenVehicle(slot.company());
        String contract =
                "INSERT INTO vehicle_contract SELECT gen_random_uuid(), 'VC209912-000001', company_id, %s, %s,"
                        + " chauffeur_id, cause, '2027-01-01', %s FROM vehicle_contract WHERE slot_id = '" + slot.id()
                        + "'";

        assertThatNothingHappens(
                Login.ofApplication(), contract.formatted("slot_id", "'" + vehicle.id() + "'", "NULL"), OVERLAP);
        assertThatNothingHappens(
                Login.ofApplication(),
                contract.formatted("'" + free.id() + "'", "vehicle_id", "'2027-01-02'"),
                OVERLAP);
        for (String change : new String[] {
            "start_at = start_at - interval '1 day'",
            "start_at = start_at + interval '1 day'",
            "start_at = NULL, end_at = now()"
        }) {
            assertThatNothingHappens(
                    Login.ofApplication(),
                    "UPDATE vehicle_contract SET " + change + " WHERE slot_id = '" + slot.id() + "'",
                    CHECK);
        }
    }

    private void assertThatNothingHappens(Login login, String statement, String state) throws SQLException {
        String before = billed.rows();

        assertThatThrownBy(() -> login.run(billed.in(statement)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState())
                                .as(failure.getMessage())
                                .isEqualTo(state));

        assertThat(billed.rows()).isEqualTo(before);
    }
}
