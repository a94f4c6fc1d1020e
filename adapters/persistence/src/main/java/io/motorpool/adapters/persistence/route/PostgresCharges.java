package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.CompanyPages;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.Charges;
import io.motorpool.application.route.UnpricedRun;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Charge;
import io.motorpool.domain.route.ChargeId;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Price;
import io.motorpool.domain.route.Reattribution;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of charges, written set-wise. A run's price is copied by whoever comes first, whoever else does the same: the
 * others' rows give way to the index that allows one.
 */
@ApplicationScoped
public class PostgresCharges implements Charges {

    /** Neither a credit nor credited. */
    private static final String STANDS =
            "t.kind <> 'CREDIT' AND NOT EXISTS (SELECT FROM charge AS c WHERE c.about_id = t.id AND c.kind = 'CREDIT')";

    /** By everything that is indexed: a charge is found among those of its company and day. */
    private static final String OF_RUN =
            "t.company_id = run.company_id AND t.service_date = run.service_date AND t.run_id = run.id";

    private static final String COLUMNS =
            "t.id, t.run_id, t.contract_id, t.rate_version, t.won, t.kind, t.about_id, t.recorded_at";

    private enum Kind {
        CAPTURED,
        REPLACEMENT,
        CREDIT
    }

    /**
     * Holds the books of all of them while it does: whoever confirms a month waits, and its charges are all there or none
     * are. What is captured already is not looked for but gives way, row by row: to look for it would be quicker, as long
     * as the database knows how large this table is, and it learns that a minute after the first million.
     */
    @Override
    public Uni<List<Captured>> capture(List<CompanyId> companies, YearMonth month, Instant now) {
        return PostgresBooks.hold(companies)
                .map(closed -> companies.stream()
                        .filter(company -> !there(closed.get(company)).contain(month.atDay(1)))
                        .toList())
                .chain(open -> captureOpen(open, month, now));
    }

    private static ClosedMonths there(@Nullable ClosedMonths closed) {
        return Objects.requireNonNull(closed);
    }

    private static Uni<List<Captured>> captureOpen(List<CompanyId> companies, YearMonth month, Instant now) {
        return Sql.read(
                """
                WITH captured AS (
                    INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind, rate_version, won,
                                        recorded_at)
                    SELECT r.id, r.company_id, r.service_date, r.route_id, served.id, 'CAPTURED', price.version, price.won,
                           :now
                      FROM run AS r
                      JOIN vehicle_contract AS served
                        ON served.slot_id = r.slot_id AND served.start_at <= r.departure
                       AND (served.end_at IS NULL OR served.end_at > r.departure)
                     CROSS JOIN LATERAL (
                           SELECT rate.version, rate.won FROM rate
                            WHERE rate.route_id = r.route_id AND rate.valid_from <= r.service_date
                            ORDER BY rate.valid_from DESC, rate.version DESC LIMIT 1) AS price
                     WHERE r.company_id = ANY (CAST(:companies AS uuid[])) AND r.status = 'COMPLETED'
                       AND r.service_date >= :first AND r.service_date < :after
                    ON CONFLICT (run_id) WHERE kind = 'CAPTURED' DO NOTHING
                    RETURNING company_id)
                SELECT company_id, count(*) FROM captured GROUP BY company_id""",
                Map.of(
                        "companies", Rows.uuids(companies, CompanyId::value),
                        "first", month.atDay(1),
                        "after", month.plusMonths(1).atDay(1),
                        "now", now),
                columns -> new Captured(new CompanyId(columns.uuid()), columns.longNumber()));
    }

    /** The rows are chosen once, and both records of each are made from the same choice. */
    @Override
    public Uni<Long> reattribute(SlotId slot, List<Reattribution> rules, Instant now) {
        return Sql.read(
                        """
                        WITH rule AS (
                            SELECT * FROM unnest(CAST(:from AS uuid[]), CAST(:to AS uuid[]), CAST(:starts AS timestamptz[]),
                                                 CAST(:ends AS timestamptz[])) AS r (from_id, to_id, start_at, end_at)),
                        moved AS MATERIALIZED (
                            SELECT DISTINCT ON (t.id) t.*, rule.to_id
                              FROM rule
                              JOIN run ON run.slot_id = :slot AND run.departure >= rule.start_at
                                      AND (rule.end_at IS NULL OR run.departure < rule.end_at)
                              JOIN charge AS t ON %s AND t.contract_id = rule.from_id
                             WHERE %s),
                        credited AS (
                            INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind,
                                                rate_version, won, about_id, recorded_at)
                            SELECT run_id, company_id, service_date, route_id, contract_id, 'CREDIT', rate_version, won,
                                   id, :now
                              FROM moved),
                        replaced AS (
                            INSERT INTO charge (run_id, company_id, service_date, route_id, contract_id, kind,
                                                rate_version, won, about_id, recorded_at)
                            SELECT run_id, company_id, service_date, route_id, to_id, 'REPLACEMENT', rate_version, won,
                                   id, :now
                              FROM moved)
                        SELECT count(*) FROM moved""".formatted(OF_RUN, STANDS),
                        Map.of(
                                "slot", slot.value(),
                                "from", Rows.uuids(rules, rule -> rule.from().value()),
                                "to", Rows.uuids(rules, rule -> rule.to().value()),
                                "starts",
                                        Rows.instants(
                                                rules, rule -> rule.departures().start()),
                                "ends",
                                        Rows.instants(
                                                rules, rule -> rule.departures().end()),
                                "now", now),
                        Columns::longNumber)
                .map(List::getFirst);
    }

    @Override
    public Uni<Optional<Charge>> standing(RunId run) {
        return Sql.read(
                        "SELECT " + COLUMNS + " FROM run JOIN charge AS t ON " + OF_RUN + " WHERE run.id = :run AND "
                                + STANDS,
                        Map.of("run", run.value()),
                        PostgresCharges::charge)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Void> credit(Charge.Credit credit) {
        return Sql.change(
                        """
                        INSERT INTO charge (id, run_id, company_id, service_date, route_id, contract_id, kind, rate_version,
                                            won, about_id, recorded_at)
                        SELECT :id, run.id, run.company_id, run.service_date, run.route_id, :contract, 'CREDIT', :version,
                               :won, :about, :at
                          FROM run WHERE run.id = :run""",
                        Map.of(
                                "id", credit.id().value(),
                                "run", credit.run().value(),
                                "contract", credit.contract().value(),
                                "version", credit.price().rateVersion(),
                                "won", credit.price().money().won(),
                                "about", credit.credited().value(),
                                "at", credit.recordedAt()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Drift.Standing>> standing(RouteId route, YearMonth month) {
        return Sql.read(
                "SELECT " + COLUMNS + """
                , run.service_date FROM run JOIN charge AS t ON """ + " " + OF_RUN + """

                 WHERE run.company_id = (SELECT company_id FROM route WHERE id = :route) AND run.route_id = :route
                   AND run.service_date >= :first AND run.service_date < :after AND """ + " " + STANDS + " ORDER BY run.departure, run.id",
                Map.of(
                        "route",
                        route.value(),
                        "first",
                        month.atDay(1),
                        "after",
                        month.plusMonths(1).atDay(1)),
                columns -> new Drift.Standing(charge(columns), columns.date()));
    }

    private static final CompanyPages<UnpricedRun> UNPRICED = new CompanyPages<>(
            """
            SELECT t.id, t.company_id, t.route_id, t.slot_id, t.departure, t.served
              FROM (SELECT r.*,
                           EXISTS (SELECT FROM vehicle_contract AS s
                                    WHERE s.slot_id = r.slot_id AND s.start_at <= r.departure
                                      AND (s.end_at IS NULL OR s.end_at > r.departure)) AS served,
                           EXISTS (SELECT FROM rate WHERE rate.route_id = r.route_id
                                      AND rate.valid_from <= r.service_date) AS priced
                      FROM run AS r
                     WHERE r.status = 'COMPLETED'
                       AND NOT EXISTS (SELECT FROM charge AS c
                                        WHERE c.company_id = r.company_id AND c.service_date = r.service_date
                                          AND c.run_id = r.id AND c.kind = 'CAPTURED')) AS t""", PostgresCharges::unpriced, run -> run.plan().id().value());

    @Override
    public Uni<Page<UnpricedRun>> unpriced(CompanyId company, YearMonth month, Page.Request page) {
        return UNPRICED.list(
                new CompanyScope.Only(company),
                "AND t.service_date >= :first AND t.service_date < :until AND NOT (t.served AND t.priced)",
                Map.of("first", month.atDay(1), "until", month.plusMonths(1).atDay(1)),
                page);
    }

    private static UnpricedRun unpriced(Columns columns) {
        RunPlan plan = new RunPlan(
                new RunId(columns.uuid()),
                new CompanyId(columns.uuid()),
                new RouteId(columns.uuid()),
                new SlotId(columns.uuid()),
                columns.instant());
        return new UnpricedRun(plan, columns.flag() ? UnpricedRun.Lack.RATE : UnpricedRun.Lack.CONTRACT);
    }

    private static Charge charge(Columns columns) {
        ChargeId id = new ChargeId(columns.uuid());
        RunId run = new RunId(columns.uuid());
        VehicleContractId contract = new VehicleContractId(columns.uuid());
        Price price = new Price(columns.number(), Money.won(columns.longNumber()));
        Kind kind = columns.constant(Kind.class);
        Optional<ChargeId> about = Optional.ofNullable(columns.uuidOrNull()).map(ChargeId::new);
        Instant at = columns.instant();
        return switch (kind) {
            case CAPTURED -> new Charge.Captured(id, run, contract, price, at);
            case REPLACEMENT -> new Charge.Replacement(id, run, contract, price, about.orElseThrow(), at);
            case CREDIT -> new Charge.Credit(id, run, contract, price, about.orElseThrow(), at);
        };
    }
}
