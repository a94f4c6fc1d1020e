package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Json;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reconciliation.Verdicts;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last verdict of each reservation. */
@ApplicationScoped
public class PostgresVerdicts implements Verdicts {

    private static final String COMPARED = """
            SELECT number, kind, detail, events, changed_at, compared_at FROM legacy_verdict
            """;

    @Override
    public Uni<Void> store(List<Compared> compared) {
        return compared.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.change("""
                                INSERT INTO legacy_verdict
                                       (number, signature, kind, detail, events, changed_at, compared_at)
                                SELECT number, signature, kind, detail, events, changed_at, compared_at
                                  FROM unnest(CAST(:numbers AS text[]), CAST(:signatures AS text[]),
                                              CAST(:kinds AS text[]), CAST(:details AS text[]),
                                              CAST(:events AS bigint[]), CAST(:changed AS timestamptz[]),
                                              CAST(:compared AS timestamptz[]))
                                       AS v (number, signature, kind, detail, events, changed_at, compared_at)
                                 ORDER BY number
                                ON CONFLICT (number) DO UPDATE
                                   SET signature = excluded.signature, kind = excluded.kind, detail = excluded.detail,
                                       events = excluded.events, changed_at = excluded.changed_at,
                                       compared_at = excluded.compared_at""", columns(compared)).replaceWithVoid();
    }

    private static Map<String, ?> columns(List<Compared> compared) {
        return Map.of(
                "numbers", Rows.texts(compared, it -> it.number().value()),
                "signatures", Rows.texts(compared, it -> it.verdict().signature()),
                "kinds", Rows.texts(compared, it -> it.verdict().kind().name()),
                "details", Rows.texts(compared, it -> Json.write(VerdictMapper.values(it.verdict()))),
                "events", Rows.longs(compared, it -> (long) it.events()),
                "changed", Rows.instants(compared, Compared::changedAt),
                "compared", Rows.instants(compared, Compared::comparedAt));
    }

    @Override
    public Uni<Optional<Compared>> find(LegacyNumber number) {
        return Sql.read(
                        COMPARED + "WHERE number = :number",
                        Map.of("number", number.value()),
                        PostgresVerdicts::compared)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Tally>> tallies(Instant changedSince) {
        return Sql.read(
                """
                SELECT day, min(kind), min(detail), count(*) FROM legacy_verdict
                 WHERE changed_at >= :since GROUP BY day, signature ORDER BY day, signature""",
                Map.of("since", changedSince),
                columns -> new Tally(columns.date(), verdict(columns), columns.longNumber()));
    }

    @Override
    public Uni<List<Compared>> samples(String signature, int limit) {
        return Sql.read(
                COMPARED + "WHERE signature = :signature ORDER BY number LIMIT CAST(:limit AS bigint)",
                Map.of("signature", signature, "limit", (long) limit),
                PostgresVerdicts::compared);
    }

    private static Compared compared(Columns columns) {
        return new Compared(
                new LegacyNumber(columns.text()),
                verdict(columns),
                columns.number(),
                columns.instant(),
                columns.instant());
    }

    private static Verdict verdict(Columns columns) {
        return VerdictMapper.verdict(columns.constant(Verdict.Kind.class), Json.read(columns.text()));
    }
}
