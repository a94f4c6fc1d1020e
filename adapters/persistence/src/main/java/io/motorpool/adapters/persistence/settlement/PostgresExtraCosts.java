package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.Changed;
import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.settlement.ExtraCosts;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.settlement.ExtraCostKey;
import io.motorpool.domain.settlement.ExtraCostKind;
import io.motorpool.domain.settlement.ExtraCostLine;
import io.motorpool.domain.settlement.ExtraCostSheet;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of extra costs. A sheet of ten thousand is two statements. */
@ApplicationScoped
public class PostgresExtraCosts implements ExtraCosts {

    private static final String COLUMNS =
            "t.id, t.company_id, t.service_date, t.route_id, t.kind, t.reference, t.won, t.reason, t.description, t.edited_by";

    /** As the model orders them: kinds as they are listed, texts by their characters. */
    private static final String IN_ORDER =
            " ORDER BY t.service_date, t.route_id, array_position(ARRAY[%s], t.kind), t.reference COLLATE \"C\""
                    .formatted(Stream.of(ExtraCostKind.values())
                            .map(kind -> "'" + kind.name() + "'")
                            .collect(Collectors.joining(", ")));

    @Override
    public Uni<List<ExtraCost>> of(CompanyId company, YearMonth month) {
        return in(company, month);
    }

    static Uni<List<ExtraCost>> in(CompanyId company, YearMonth month) {
        return Sql.read(
                "SELECT " + COLUMNS + """
                 FROM extra_cost AS t
                WHERE t.company_id = :company AND t.service_date >= :first AND t.service_date < :after""" + IN_ORDER,
                Map.of(
                        "company", company.value(),
                        "first", month.atDay(1),
                        "after", month.plusMonths(1).atDay(1)),
                PostgresExtraCosts::cost);
    }

    private static ExtraCost cost(Columns columns) {
        ExtraCostId id = new ExtraCostId(columns.uuid());
        CompanyId company = new CompanyId(columns.uuid());
        ExtraCostKey key = new ExtraCostKey(
                columns.date(), new RouteId(columns.uuid()), columns.constant(ExtraCostKind.class), columns.text());
        ExtraCostLine line = new ExtraCostLine(
                key, new Amount(columns.longNumber()), columns.constantOrNull(AdjustmentReason.class), columns.text());
        return new ExtraCost(id, company, line, new UserId(columns.uuid()));
    }

    @Override
    public Uni<Void> store(ExtraCostSheet.Taken taken) {
        return update(taken.changed()).chain(() -> insert(taken.added()));
    }

    private static Uni<Void> insert(List<ExtraCost> added) {
        Map<String, Object> parameters = said(added);
        parameters.put("companies", Rows.uuids(added, it -> it.company().value()));
        parameters.put("dates", Rows.dates(added, it -> it.key().serviceDate()));
        parameters.put("routes", Rows.uuids(added, it -> it.key().route().value()));
        parameters.put("kinds", Rows.texts(added, it -> it.key().kind().name()));
        parameters.put("references", Rows.texts(added, it -> it.key().reference()));
        return Sql.change("""
                        INSERT INTO extra_cost (id, company_id, service_date, route_id, kind, reference, won, reason,
                                                description, edited_by)
                        SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:companies AS uuid[]), CAST(:dates AS date[]),
                                             CAST(:routes AS uuid[]), CAST(:kinds AS text[]), CAST(:references AS text[]),
                                             CAST(:won AS bigint[]), CAST(:reasons AS text[]),
                                             CAST(:descriptions AS text[]), CAST(:editors AS uuid[]))""", parameters).replaceWithVoid();
    }

    private static Uni<Void> update(List<ExtraCost> changed) {
        return Changed.exactly(changed.size(), Sql.change("""
                        UPDATE extra_cost AS t
                           SET won = n.won, reason = n.reason, description = n.description, edited_by = n.edited_by
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:won AS bigint[]), CAST(:reasons AS text[]),
                                      CAST(:descriptions AS text[]), CAST(:editors AS uuid[]))
                            AS n (id, won, reason, description, edited_by)
                         WHERE t.id = n.id""", said(changed)));
    }

    private static Map<String, Object> said(List<ExtraCost> costs) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ids", Rows.uuids(costs, it -> it.id().value()));
        parameters.put("won", Rows.longs(costs, it -> it.line().amount().won()));
        parameters.put("reasons", Rows.texts(costs, PostgresExtraCosts::reason));
        parameters.put("descriptions", Rows.texts(costs, it -> it.line().description()));
        parameters.put("editors", Rows.uuids(costs, it -> it.editedBy().value()));
        return parameters;
    }

    private static @Nullable String reason(ExtraCost cost) {
        AdjustmentReason reason = cost.line().reason();
        return reason == null ? null : reason.name();
    }

    @Override
    public Uni<Boolean> remove(ExtraCostId id) {
        return Sql.change("DELETE FROM extra_cost WHERE id = :id", Map.of("id", id.value()))
                .map(touched -> touched > 0);
    }

    @Override
    public Uni<Optional<String>> lastFile(CompanyId company, YearMonth month) {
        return Sql.read(
                        "SELECT digest FROM extra_cost_file WHERE company_id = :company AND month = :month",
                        Map.of("company", company.value(), "month", month.atDay(1)),
                        Columns::text)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Void> rememberFile(CompanyId company, YearMonth month, Optional<String> digest) {
        Map<String, Object> parameters = new HashMap<>(Map.of("company", company.value(), "month", month.atDay(1)));
        return digest.map(known -> {
                    parameters.put("digest", known);
                    return Sql.change("""
                            INSERT INTO extra_cost_file (company_id, month, digest) VALUES (:company, :month, :digest)
                            ON CONFLICT (company_id, month) DO UPDATE SET digest = excluded.digest""", parameters);
                })
                .orElseGet(() -> Sql.change(
                        "DELETE FROM extra_cost_file WHERE company_id = :company AND month = :month", parameters))
                .replaceWithVoid();
    }
}
