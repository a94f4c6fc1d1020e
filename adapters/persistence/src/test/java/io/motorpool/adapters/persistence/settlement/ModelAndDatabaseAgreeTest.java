package io.motorpool.adapters.persistence.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.settlement.GeneratedMonth.Line;
import io.motorpool.adapters.persistence.settlement.GeneratedMonth.Outcome;
import io.motorpool.adapters.persistence.settlement.GeneratedMonth.Sum;
import io.motorpool.application.route.ARoad;
import io.motorpool.application.route.Charges;
import io.motorpool.application.route.UnpricedRun;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Charge;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Reattribution;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The model decides run by run and line by line, the database executes set-wise: both come to the same won, the same lines and
 * the same blockers, whatever happened in the month (ADR-0032).
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ModelAndDatabaseAgreeTest implements OnPostgres {

    private static final int MONTHS = 30;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, MONTHS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_month_comes_to_the_same_in_the_model_and_in_the_database(long seed) {
        Outcome model = GeneratedMonth.play(new ARoad(), seed);

        Outcome database = GeneratedMonth.play(this, seed);

        assertThat(database).isEqualTo(model);
        assertThat(database.added()).isEqualTo(database.listed()).isEqualTo(totals(database));
    }

    /** P2, written out: the tenth part of the supply, rounded down, once. */
    private static Optional<Totals> totals(Outcome outcome) {
        long supply = outcome.lines().stream()
                .flatMap(List::stream)
                .mapToLong(Line::won)
                .sum();
        return supply < 0
                ? Optional.empty()
                : Optional.of(new Totals(Money.won(supply), Money.won(Math.floorDiv(supply, 10))));
    }

    /** What is generated has to hold everything that could go wrong, or nothing is shown by it. */
    @Test
    void the_months_have_everything_in_them() {
        List<Outcome> months =
                seeds().mapToObj(seed -> GeneratedMonth.play(new ARoad(), seed)).toList();

        assertThat(months).anySatisfy(month -> assertThat(month.unpriced()).isPositive());
        assertThat(months).anySatisfy(month -> assertThat(month.undispatched()).isPositive());
        assertThat(months).anySatisfy(month -> assertThat(month.open()).isPositive());
        assertThat(months).anySatisfy(month -> assertThat(month.uncaptured()).isPositive());
        assertThat(months).anySatisfy(month -> assertThat(vatOfLines(month)).isNotEqualTo(vat(month)));
        assertThat(months.stream().flatMap(month -> month.sums().stream()))
                .anySatisfy(sum -> assertThat(sum.extraCosts()).isNegative())
                .anySatisfy(sum -> assertThat(sum).isNotEqualTo(new Sum(0, 0, 0, 0)));
        assertThat(months.stream().flatMap(month -> month.lines().stream()).flatMap(List::stream))
                .anySatisfy(line -> assertThat(line.what()).contains("at rate 3"))
                .anySatisfy(line -> assertThat(line.what()).contains("by contract 4"));
    }

    private static long vat(Outcome month) {
        return month.added().map(totals -> totals.vat().won()).orElse(0L);
    }

    private static long vatOfLines(Outcome month) {
        return month.lines().stream()
                .flatMap(List::stream)
                .mapToLong(line -> Math.floorDiv(line.won(), 10))
                .sum();
    }

    /** The proof that the comparison can fail: of two rates from the same day, this one takes the first. */
    @Test
    void a_rule_that_is_another_in_the_database_is_noticed() {
        OnPostgres wrong = new OnPostgres() {
            @Override
            public Charges charges() {
                return new FirstRateOfTheDay(OnPostgres.port(Charges.class));
            }
        };

        assertThat(seeds().filter(seed ->
                        !GeneratedMonth.play(wrong, seed).equals(GeneratedMonth.play(new ARoad(), seed))))
                .isNotEmpty();
    }

    private record FirstRateOfTheDay(Charges right) implements Charges {

        @Override
        public Uni<List<Captured>> capture(List<CompanyId> companies, YearMonth month, Instant now) {
            return Sql.read(
                            """
                            WITH captured AS (
                                INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind,
                                                    rate_version, won, recorded_at)
                                SELECT r.id, r.company_id, r.service_date, r.route_id, served.id, 'CAPTURED', price.version,
                                       price.won, :now
                                  FROM run AS r
                                  JOIN vehicle_contract AS served
                                    ON served.slot_id = r.slot_id AND served.start_at <= r.departure
                                   AND (served.end_at IS NULL OR served.end_at > r.departure)
                                 CROSS JOIN LATERAL (
                                       SELECT rate.version, rate.won FROM rate
                                        WHERE rate.route_id = r.route_id AND rate.valid_from <= r.service_date
                                        ORDER BY rate.valid_from DESC, rate.version LIMIT 1) AS price
                                 WHERE r.company_id = :company AND r.status = 'COMPLETED'
                                   AND r.service_date BETWEEN :first AND :last
                                ON CONFLICT (run_id) WHERE kind = 'CAPTURED' DO NOTHING
                                RETURNING run_id)
                            SELECT count(*) FROM captured""",
                            Map.of(
                                    "company", companies.getFirst().value(),
                                    "first", month.atDay(1),
                                    "last", month.atEndOfMonth(),
                                    "now", now),
                            columns -> new Captured(companies.getFirst(), columns.longNumber()))
                    .map(List::copyOf);
        }

        @Override
        public Uni<Long> reattribute(SlotId slot, List<Reattribution> rules, Instant now) {
            return right.reattribute(slot, rules, now);
        }

        @Override
        public Uni<Optional<Charge>> standing(RunId run) {
            return right.standing(run);
        }

        @Override
        public Uni<Void> credit(Charge.Credit credit) {
            return right.credit(credit);
        }

        @Override
        public Uni<Page<UnpricedRun>> unpriced(CompanyId company, YearMonth month, Page.Request page) {
            return right.unpriced(company, month, page);
        }

        @Override
        public Uni<List<Drift.Standing>> standing(RouteId route, YearMonth month) {
            return right.standing(route, month);
        }
    }
}
