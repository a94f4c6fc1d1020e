package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.settlement.SettlementSources;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.RouteSum;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.Standing;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.StatementLine.Shown;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts and sums for many companies in two statements, and one company's lines with what they show, joined in one. */
@ApplicationScoped
public class PostgresSettlementSources implements SettlementSources {

    @Override
    public Uni<Map<CompanyId, Standing>> standings(List<CompanyId> companies, YearMonth month) {
        return sums(companies, month).chain(sums -> counts(companies, month).map(counts -> standings(counts, sums)));
    }

    /** How a company stands, without its sums. */
    private record Count(
            CompanyId company,
            long open,
            long uncaptured,
            long unpriced,
            long undispatched,
            @Nullable ErpAccount account) {}

    private record Sum(CompanyId company, RouteSum sum) {}

    private static Map<CompanyId, Standing> standings(List<Count> counts, List<Sum> sums) {
        Map<CompanyId, List<RouteSum>> byCompany = sums.stream()
                .collect(Collectors.groupingBy(Sum::company, Collectors.mapping(Sum::sum, Collectors.toList())));
        Map<CompanyId, Standing> standings = new HashMap<>();
        for (Count count : counts) {
            List<RouteSum> own = byCompany.getOrDefault(count.company(), List.of());
            standings.put(
                    count.company(),
                    new Standing(
                            own,
                            count.open(),
                            count.uncaptured(),
                            count.unpriced(),
                            count.undispatched(),
                            count.account()));
        }
        return standings;
    }

    /** Of what is driven and not charged it is asked why; that is little, so nothing is asked of the rest. */
    private static Uni<List<Count>> counts(List<CompanyId> companies, YearMonth month) {
        return Sql.read(
                """
                SELECT c.id, coalesce(n.open, 0), coalesce(n.uncaptured, 0), coalesce(n.unpriced, 0),
                       coalesce(n.undispatched, 0), a.number
                  FROM unnest(CAST(:companies AS uuid[])) AS c (id)
                  LEFT JOIN erp_account AS a ON a.company_id = c.id
                  LEFT JOIN (
                       SELECT u.company_id,
                              count(*) FILTER (WHERE u.status <> 'COMPLETED') AS open,
                              count(*) FILTER (WHERE u.status = 'COMPLETED' AND u.served AND u.priced) AS uncaptured,
                              count(*) FILTER (WHERE u.status = 'COMPLETED' AND u.served AND NOT u.priced) AS unpriced,
                              count(*) FILTER (WHERE u.status = 'COMPLETED' AND NOT u.served) AS undispatched
                         FROM (SELECT r.company_id, r.status,
                                      EXISTS (SELECT FROM vehicle_contract AS s
                                               WHERE s.slot_id = r.slot_id AND s.start_at <= r.departure
                                                 AND (s.end_at IS NULL OR s.end_at > r.departure)) AS served,
                                      EXISTS (SELECT FROM rate WHERE rate.route_id = r.route_id
                                                 AND rate.valid_from <= r.service_date) AS priced
                                 FROM run AS r
                                 LEFT JOIN charge AS t
                                   ON t.company_id = r.company_id AND t.service_date = r.service_date AND t.run_id = r.id
                                  AND t.kind = 'CAPTURED' AND t.company_id = ANY (CAST(:companies AS uuid[]))
                                  AND t.service_date >= :first AND t.service_date < :after
                                WHERE r.company_id = ANY (CAST(:companies AS uuid[])) AND r.status <> 'CANCELLED'
                                  AND r.service_date >= :first AND r.service_date < :after
                                  AND (r.status <> 'COMPLETED' OR t.id IS NULL)) AS u
                        GROUP BY u.company_id) AS n ON n.company_id = c.id""",
                of(companies, month),
                columns -> new Count(
                        new CompanyId(columns.uuid()),
                        columns.longNumber(),
                        columns.longNumber(),
                        columns.longNumber(),
                        columns.longNumber(),
                        account(columns.textOrNull())));
    }

    private static @Nullable ErpAccount account(@Nullable String number) {
        return number == null ? null : new ErpAccount(number);
    }

    /** Over all records, credits among them: what stands and what all of them add up to is the same. */
    private static Uni<List<Sum>> sums(List<CompanyId> companies, YearMonth month) {
        return Sql.read(
                """
                SELECT coalesce(d.company_id, e.company_id), coalesce(d.route_id, e.route_id), coalesce(d.runs, 0),
                       coalesce(d.won, 0), coalesce(e.lines, 0), coalesce(e.won, 0)
                  FROM (SELECT t.company_id, t.route_id,
                               sum(CASE t.kind WHEN 'CREDIT' THEN -1 ELSE 1 END)::bigint AS runs,
                               sum(CASE t.kind WHEN 'CREDIT' THEN -t.won ELSE t.won END)::bigint AS won
                          FROM charge AS t
                         WHERE t.company_id = ANY (CAST(:companies AS uuid[]))
                           AND t.service_date >= :first AND t.service_date < :after
                         GROUP BY t.company_id, t.route_id) AS d
                  FULL JOIN (
                        SELECT x.company_id, x.route_id, count(*) AS lines, sum(x.won)::bigint AS won
                          FROM extra_cost AS x
                         WHERE x.company_id = ANY (CAST(:companies AS uuid[]))
                           AND x.service_date >= :first AND x.service_date < :after
                         GROUP BY x.company_id, x.route_id) AS e
                    ON e.company_id = d.company_id AND e.route_id = d.route_id
                 ORDER BY 1, 2""",
                of(companies, month),
                columns -> new Sum(
                        new CompanyId(columns.uuid()),
                        new RouteSum(
                                new RouteId(columns.uuid()),
                                columns.longNumber(),
                                new Amount(columns.longNumber()),
                                columns.longNumber(),
                                new Amount(columns.longNumber()))));
    }

    private static Map<String, ?> of(List<CompanyId> companies, YearMonth month) {
        return Map.of(
                "companies", Rows.uuids(companies, CompanyId::value),
                "first", month.atDay(1),
                "after", month.plusMonths(1).atDay(1));
    }

    /** A route that is shown, whether or not anything is left of it. */
    private record Named(RouteId route, String name) {}

    @Override
    public Uni<Statement> statement(SettlementHead head) {
        return party(head.company())
                .chain(party -> routes(head)
                        .chain(routes -> runs(head)
                                .chain(runs -> PostgresExtraCosts.in(head.company(), head.month())
                                        .map(costs -> new Statement(head, party, sections(routes, runs, costs))))));
    }

    private static List<Section> sections(List<Named> routes, List<OfRun> runs, List<ExtraCost> costs) {
        Map<RouteId, List<OfRun>> byRoute = runs.stream().collect(Collectors.groupingBy(OfRun::route));
        Map<RouteId, List<OfExtraCost>> beside =
                costs.stream().map(OfExtraCost::of).collect(Collectors.groupingBy(OfExtraCost::route));
        return routes.stream()
                .map(it -> new Section(
                        it.route(),
                        it.name(),
                        byRoute.getOrDefault(it.route(), List.of()),
                        beside.getOrDefault(it.route(), List.of())))
                .toList();
    }

    private static Uni<Party> party(CompanyId company) {
        return Sql.read(
                        "SELECT name, business_number FROM company WHERE id = :company",
                        Map.of("company", company.value()),
                        columns -> new Party(columns.text(), new BusinessNumber(columns.text())))
                .map(List::getFirst);
    }

    private static Uni<List<Named>> routes(SettlementHead head) {
        return Sql.read("""
                SELECT route.id, route.name FROM route
                 WHERE route.id IN (SELECT t.route_id FROM charge AS t
                                     WHERE t.company_id = :company
                                       AND t.service_date >= :first AND t.service_date < :after
                                    UNION
                                    SELECT x.route_id FROM extra_cost AS x
                                     WHERE x.company_id = :company
                                       AND x.service_date >= :first AND x.service_date < :after)""", of(head), columns -> new Named(new RouteId(columns.uuid()), columns.text()));
    }

    private static Uni<List<OfRun>> runs(SettlementHead head) {
        return Sql.read("""
                SELECT r.id, r.route_id, r.service_date, r.departure, c.number, t.rate_version, t.won, slot.name, v.plate,
                       v.model
                  FROM run AS r
                  JOIN charge AS t ON t.company_id = r.company_id AND t.service_date = r.service_date
                                  AND t.run_id = r.id AND t.kind <> 'CREDIT'
                                  AND t.service_date >= :first AND t.service_date < :after
                  JOIN vehicle_contract AS c ON c.id = t.contract_id
                  JOIN slot ON slot.id = r.slot_id
                  JOIN vehicle AS v ON v.id = c.vehicle_id
                 WHERE r.company_id = :company AND r.service_date >= :first AND r.service_date < :after
                   AND NOT EXISTS (SELECT FROM charge AS k WHERE k.about_id = t.id AND k.kind = 'CREDIT')""", of(head), PostgresSettlementSources::line);
    }

    private static OfRun line(Columns columns) {
        return new OfRun(
                new RunId(columns.uuid()),
                new RouteId(columns.uuid()),
                columns.date(),
                columns.instant(),
                new VehicleContractNumber(columns.text()),
                columns.number(),
                new Amount(columns.longNumber()),
                new Shown(columns.text(), columns.text(), columns.text()));
    }

    private static Map<String, ?> of(SettlementHead head) {
        return Map.of(
                "company", head.company().value(),
                "first", head.month().atDay(1),
                "after", head.month().plusMonths(1).atDay(1));
    }
}
