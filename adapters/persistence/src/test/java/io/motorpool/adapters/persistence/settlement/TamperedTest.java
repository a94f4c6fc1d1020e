package io.motorpool.adapters.persistence.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.Login;
import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.domain.settlement.Finding;
import io.motorpool.domain.settlement.Finding.ErpDiffers;
import io.motorpool.domain.settlement.Finding.FactsDiffer;
import io.motorpool.domain.settlement.Finding.RegisterDiffers;
import io.motorpool.domain.settlement.Finding.Removed;
import io.motorpool.domain.settlement.Finding.SealBroken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who may do everything changed something, with every trigger asleep: it is found, and where. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TamperedTest implements OnPostgres {

    private PostgresOffice office;
    private BilledMonth billed;

    @BeforeEach
    void aMonthIsConfirmedAndPosted() {
        office = new PostgresOffice(this);
        billed = BilledMonth.confirmed(this, office);
        var _ = office.posted(billed.settlement());
    }

    @Test
    void what_nobody_touched_is_as_it_was() {
        assertThat(office.verified(billed.company()).snapshots()).isEqualTo(1);
        assertThat(office.verified(billed.company()).finding()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE snapshot SET text = replace(text, '45000', '44000') WHERE settlement_id = {settlement}",
                "UPDATE snapshot SET text = text || ' ' WHERE settlement_id = {settlement}",
                "UPDATE snapshot SET company_id = gen_random_uuid() WHERE settlement_id = {settlement}",
                "UPDATE snapshot SET sequence = 7 WHERE settlement_id = {settlement}",
                "DELETE FROM snapshot WHERE settlement_id = {settlement}",
                "UPDATE settlement_step SET seal = repeat('0', 64) WHERE settlement_id = {settlement} AND status = 'CONFIRMED'",
                "DELETE FROM settlement_step WHERE settlement_id = {settlement}"
            })
    void a_text_without_its_seal_or_a_seal_without_its_text(String statement) throws SQLException {
        assertThat(found(statement)).isInstanceOf(SealBroken.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "UPDATE charge SET won = won + 1 WHERE run_id = {run} # /sections/0/runs/0/amount",
                "UPDATE charge SET rate_version = 2 WHERE run_id = {run} # /sections/0/runs/0/rateVersion",
                "UPDATE vehicle_contract SET number = 'VC209912-000009' WHERE slot_id = {slot} # /sections/0/runs/0/contract",
                "DELETE FROM charge WHERE run_id = {run} # /sections/0/runs/0/",
                "UPDATE charge SET company_id = gen_random_uuid() WHERE run_id = {run} # /sections/0/runs/0/",
                "UPDATE charge SET service_date = '2026-12-02' WHERE run_id = {run} # /sections/0/runs/0/",
                "UPDATE charge SET about_id = id, kind = 'CREDIT' WHERE run_id = {run} # /sections/0/runs/0/",
                "INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind, rate_version, won, about_id, recorded_at)"
                        + " SELECT run_id, company_id, service_date, route_id, contract_id, 'REPLACEMENT', rate_version, won, id, now()"
                        + " FROM charge WHERE run_id = {run} # /sections/0/runs/1/",
                "UPDATE run SET departure = departure + interval '1 minute' WHERE id = {run} # /sections/0/runs/0/departure",
                "UPDATE extra_cost SET won = 2401 WHERE id = {cost} # /sections/0/extraCosts/0/amount",
                "UPDATE extra_cost SET description = 'x' WHERE id = {cost} # /sections/0/extraCosts/0/description",
                "DELETE FROM extra_cost WHERE id = {cost} # /sections/0/extraCosts/0",
                "UPDATE settlement SET number = 'ST209912-000009' WHERE id = {settlement} # /number",
                "UPDATE settlement SET month = '2026-10-01' WHERE id = {settlement} # /month",
                "UPDATE settlement SET issue = 2 WHERE id = {settlement} # /issue",
                "UPDATE settlement_step SET supply = supply - 1 WHERE settlement_id = {settlement} AND status = 'CONFIRMED'"
                        + " # /totals/supply",
                "UPDATE settlement_step SET confirmed_by = gen_random_uuid() WHERE settlement_id = {settlement} AND status = 'CONFIRMED'"
                        + " # /confirmedBy",
                "UPDATE settlement_step SET at = at + interval '1 microsecond' WHERE settlement_id = {settlement} AND status = 'CONFIRMED'"
                        + " # /confirmedAt"
            })
    void a_row_that_says_something_else_than_was_frozen(String statement, String path) throws SQLException {
        assertThat(found(statement))
                .isInstanceOfSatisfying(
                        FactsDiffer.class, differs -> assertThat(differs.path()).startsWith(path));
    }

    @Test
    void a_settlement_that_is_gone_with_everything_that_was_said_of_it() throws SQLException {
        assertThat(found("""
                DELETE FROM snapshot WHERE settlement_id = {settlement};
                DELETE FROM settlement_step WHERE settlement_id = {settlement};
                DELETE FROM settlement WHERE id = {settlement}""")).isInstanceOf(Removed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM seal_register WHERE company_id = {company}",
                "UPDATE seal_register SET seal = repeat('0', 64) WHERE company_id = {company}"
            })
    void a_register_that_says_something_else(String statement) throws SQLException {
        assertThat(found(statement)).isInstanceOf(RegisterDiffers.class);
    }

    @Test
    void a_document_that_the_erp_has_not_booked() throws SQLException {
        assertThat(
                        found(
                                "UPDATE settlement_step SET document = '4711' WHERE settlement_id = {settlement} AND status = 'POSTED'"))
                .isInstanceOfSatisfying(
                        ErpDiffers.class,
                        differs -> assertThat(differs.posted().number()).isEqualTo("4711"));
    }

    private Finding found(String statement) throws SQLException {
        Login.ofSuperuser().run("SET session_replication_role = replica; " + billed.in(statement));

        Finding finding = office.verified(billed.company()).finding().orElseThrow();

        if (!statement.contains("SET number = 'ST")) {
            assertThat(finding.settlement())
                    .isEqualTo(billed.settlement().head().number());
        }
        return finding;
    }
}
