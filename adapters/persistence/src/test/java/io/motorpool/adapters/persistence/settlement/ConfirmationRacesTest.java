package io.motorpool.adapters.persistence.settlement;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.shared.Callers.aSettlementApprover;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.persistence.Login;
import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.settlement.SettlementView;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.Blocker;
import io.motorpool.domain.settlement.SettlementRefusal.CalculationOutdated;
import io.motorpool.domain.settlement.SettlementRefusal.NotPossibleForSettlement;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementBlocked;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody comes at once; the month is closed once, with everything in it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConfirmationRacesTest implements OnPostgres {

    private static final int CALLERS = 50;
    private static final int ROUNDS = 200;
    private static final long SOON = 300;

    private PostgresOffice office;

    @BeforeEach
    void open() {
        office = new PostgresOffice(this);
    }

    @Test
    void of_fifty_who_confirm_at_once_one_does_and_one_bill_goes_to_the_erp() {
        SettlementView seen = office.calculated(givenDrivenMonth(givenCompany()).company());

        List<Decision<SettlementView, Refusal>> answers = AtOnce.times(CALLERS, () -> office.confirm(seen));

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(refusals(answers))
                .hasSize(CALLERS - 1)
                .allSatisfy(
                        refusal -> assertThat(refusal).isInstanceOfAny(Stale.class, NotPossibleForSettlement.class));
        var head = seen.head();
        assertThat(count("outbox WHERE body = 'SettlementConfirmed' AND key = '" + head.id() + "'"))
                .isEqualTo(1);
        assertThat(count("snapshot WHERE settlement_id = '" + head.id() + "'")).isEqualTo(1);
        assertThat(count("posting_turn WHERE settlement_id = '" + head.id() + "'"))
                .isEqualTo(1);
        assertThat(count("audit_entry WHERE action = 'confirm-settlement' AND subject_id = '" + head.id() + "'"))
                .isEqualTo(1);

        SettlementView confirmed = answers.stream()
                .flatMap(answer -> answer.fold(List::of, _ -> List.<SettlementView>of()).stream())
                .findFirst()
                .orElseThrow();
        List<Boolean> posted = AtOnce.times(8, () -> posts(confirmed));
        assertThat(posted).contains(true);
        assertThat(office.ledger.booked(head.number().value())).hasSize(1);
        assertThat(office.verified(head.company()).finding()).isEmpty();
    }

    private boolean posts(SettlementView confirmed) {
        return result(() -> office.postSettlements()
                        .post(aSettlementApprover(), confirmed.head().id(), confirmed.version()))
                instanceof Accepted;
    }

    /**
     * One captures while the other calculates and confirms. Whoever comes first, the run is in the bill: it is not left
     * behind uncharged, and no charge comes after the bill. Lines and sum never disagree on the way, as they would if both
     * looked at once.
     */
    @Test
    void a_price_that_is_captured_while_its_month_is_confirmed_is_in_the_bill() {
        for (int round = 0; round < ROUNDS; round++) {
            CompanyId company = givenCompany();
            Slot slot = givenDrivenMonth(company);
            SettlementView calculated = office.calculated(company);
            Run.Completed late = givenCompleted(slot, RouteGround.day(9));

            List<Object> answers = AtOnce.each(List.of(() -> givenCaptured(company), () -> pressed(calculated)));

            assertThat(answers).hasAtLeastOneElementOfType(Long.class).contains(1L);
            assertThat(count("charge WHERE run_id = '" + late.id() + "'")).isEqualTo(1);
            assertThat(won("SELECT supply FROM settlement_step WHERE settlement_id = '"
                            + calculated.head().id() + "'"))
                    .isEqualTo(won("SELECT sum(won)::bigint FROM charge WHERE company_id = '" + company + "'"))
                    .isEqualTo(90_000);
            assertThat(office.verified(company).finding()).isEmpty();
        }
    }

    /** Presses until it is confirmed; only what is expected to be in the way may be. */
    private SettlementView pressed(SettlementView first) {
        SettlementView seen = first;
        while (true) {
            switch (office.confirm(seen)) {
                case Accepted<SettlementView, Refusal>(var confirmed) -> {
                    return confirmed;
                }
                case Refused<SettlementView, Refusal>(var refusal) -> {
                    assertThat(refusal).isInstanceOfAny(SettlementBlocked.class, CalculationOutdated.class);
                    if (refusal instanceof SettlementBlocked(var blockers)) {
                        assertThat(blockers).containsExactly(new Blocker.PricesNotCaptured(1));
                    }
                }
            }
            seen = office.calculated(seen.head().company());
        }
    }

    @Test
    void who_captures_waits_for_whoever_confirms_and_finds_the_month_closed() throws Exception {
        Slot slot = givenDrivenMonth(givenCompany());
        Run.Completed _ = givenCompleted(slot, RouteGround.day(9));
        try (Connection closing = Login.ofApplication().connect();
                Statement sql = closing.createStatement()) {
            closing.setAutoCommit(false);
            boolean _ = sql.execute("SELECT FROM books WHERE company_id = '" + slot.company() + "' FOR UPDATE");

            CompletableFuture<Long> captured = CompletableFuture.supplyAsync(() -> givenCaptured(slot.company()));

            assertThatItWaits(captured);
            closeBySql(sql, slot.company());
            closing.commit();
            assertThat(captured.get(5, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void who_confirms_waits_for_whoever_captures_and_sees_what_was_captured() throws Exception {
        CompanyId company = givenCompany();
        Slot slot = givenDrivenMonth(company);
        Run.Completed _ = givenCompleted(slot, RouteGround.day(9));
        CompletableFuture<Void> captured = new CompletableFuture<>();
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        CompletableFuture<?> capture = CompletableFuture.supplyAsync(() -> inTransaction(() -> charges()
                .capture(List.of(company), NOVEMBER, DECEMBER_5TH)
                .invoke(() -> captured.complete(null))
                .call(() -> PostgresContract.onOwnContext(mayEnd))));
        var _ = captured.get(5, TimeUnit.SECONDS);

        CompletableFuture<SettlementView> calculated = CompletableFuture.supplyAsync(() -> office.calculated(company));

        assertThatItWaits(calculated);
        mayEnd.complete(null);
        assertThat(Objects.requireNonNull(calculated.get(5, TimeUnit.SECONDS).totals())
                        .supply()
                        .won())
                .isEqualTo(90_000);
        var _ = capture.get(5, TimeUnit.SECONDS);
    }

    /** Past every lock of the application's: the database takes it itself. */
    @Test
    void a_charge_that_is_written_in_sql_holds_the_month_open_until_it_is_there() throws Exception {
        CompanyId company = givenCompany();
        Slot slot = givenDrivenMonth(company);
        Run.Completed late = givenCompleted(slot, RouteGround.day(9));
        SettlementView seen = office.calculated(company);
        try (Connection writing = Login.ofApplication().connect();
                Statement sql = writing.createStatement()) {
            writing.setAutoCommit(false);
            boolean _ = sql.execute("INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind,"
                    + " rate_version, won, recorded_at) SELECT '" + late.id()
                    + "', company_id, '2026-11-09', route_id, contract_id,"
                    + " kind, 1, 1, now() FROM charge WHERE company_id = '" + company + "'");

            CompletableFuture<Decision<SettlementView, Refusal>> confirmed =
                    CompletableFuture.supplyAsync(() -> office.confirm(seen));

            assertThatItWaits(confirmed);
            writing.commit();
            assertThat(refusals(List.of(confirmed.get(5, TimeUnit.SECONDS))))
                    .hasOnlyElementsOfType(CalculationOutdated.class);
        }
    }

    /** The other way round: a confirmation in SQL alone waits for whoever writes, and whoever writes then finds it. */
    @Test
    void a_confirmation_that_is_written_in_sql_waits_for_whoever_holds_the_books() throws Exception {
        CompanyId company = givenDrivenMonth(givenCompany()).company();
        CompletableFuture<Void> held = new CompletableFuture<>();
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        CompletableFuture<?> writer = CompletableFuture.supplyAsync(() -> inTransaction(() -> books().hold(company)
                .invoke(() -> held.complete(null))
                .call(() -> PostgresContract.onOwnContext(mayEnd))));
        var _ = held.get(5, TimeUnit.SECONDS);

        CompletableFuture<Void> confirmed = CompletableFuture.runAsync(() -> {
            try (Connection closing = Login.ofApplication().connect();
                    Statement sql = closing.createStatement()) {
                closeBySql(sql, company);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });

        assertThatItWaits(confirmed);
        mayEnd.complete(null);
        var _ = writer.get(5, TimeUnit.SECONDS);
        var _ = confirmed.get(5, TimeUnit.SECONDS);
        assertThat(inTransaction(() -> books().hold(company)).months()).containsExactly(NOVEMBER);
    }

    private static void assertThatItWaits(CompletableFuture<?> work) {
        assertThatThrownBy(() -> work.get(SOON, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private static void closeBySql(Statement sql, CompanyId company) throws SQLException {
        boolean _ =
                sql.execute("INSERT INTO settlement (id, number, company_id, month, issue) VALUES (gen_random_uuid(),"
                        + " 'ST209911-' || (100000 + floor(random() * 1000000000))::bigint, '" + company
                        + "', '2026-11-01', 1);"
                        + " INSERT INTO settlement_step (settlement_id, version, status, at, confirmed_by, supply, seal)"
                        + " SELECT id, 0, 'CONFIRMED', now(), gen_random_uuid(), 1, repeat('0', 64) FROM settlement"
                        + " WHERE company_id = '" + company + "'");
    }

    /** One run, captured, and an account. */
    private Slot givenDrivenMonth(CompanyId company) {
        Slot slot = givenService(company, 45_000);
        givenAccount(company);
        Run.Completed _ = givenCompleted(slot, RouteGround.day(2));
        long _ = givenCaptured(company);
        return slot;
    }

    private static List<Refusal> refusals(List<Decision<SettlementView, Refusal>> answers) {
        List<Refusal> refusals = new ArrayList<>();
        for (Decision<SettlementView, Refusal> answer : answers) {
            if (answer instanceof Refused<SettlementView, Refusal>(var refusal)) {
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    private long count(String what) {
        return won("SELECT count(*) FROM " + what);
    }

    private long won(String query) {
        return inTransaction(() -> Sql.read(query, Map.of(), columns -> columns.longNumber()))
                .getFirst();
    }
}
