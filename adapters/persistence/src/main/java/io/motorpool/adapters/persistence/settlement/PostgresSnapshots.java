package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.settlement.Snapshots;
import io.motorpool.domain.settlement.Seal;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementNumber;
import io.motorpool.domain.settlement.Snapshot;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Verification.Chain;
import io.motorpool.domain.settlement.Verification.Kept;
import io.motorpool.domain.settlement.Verification.Registered;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frozen texts. Their seals are read from the confirmations, so that who changes a text does not change its seal. */
@ApplicationScoped
public class PostgresSnapshots implements Snapshots {

    /**
     * Everything of the company that was ever sealed or frozen, as of one moment: a text that is gone, or not in its place,
     * has no seal of its own, and a seal that is gone is none. Behind it the register, which has no texts.
     */
    private static final String CHAIN = """
            SELECT number, text, seal FROM (
            SELECT t.number,
                   CASE WHEN s.sequence = row_number() OVER (ORDER BY s.sequence, t.id) THEN s.text ELSE '' END AS text,
                   coalesce(c.seal, repeat('0', 64)) AS seal, 1 AS part, s.sequence, t.id
              FROM settlement AS t
              LEFT JOIN settlement_step AS c ON c.settlement_id = t.id AND c.status = 'CONFIRMED'
              LEFT JOIN snapshot AS s ON s.settlement_id = t.id AND s.company_id = t.company_id
             WHERE t.company_id = :company AND (c.seal IS NOT NULL OR s.text IS NOT NULL)
             UNION ALL
            SELECT r.number, NULL, r.seal, 2, r.sequence, NULL FROM seal_register AS r WHERE r.company_id = :company) AS found
             ORDER BY part, sequence, id""";

    private static final String KEPT = """
            SELECT t.number, s.text, c.seal
              FROM snapshot AS s JOIN settlement AS t ON t.id = s.settlement_id
              JOIN settlement_step AS c ON c.settlement_id = t.id AND c.status = 'CONFIRMED'
            """;

    @Override
    public Uni<Link> next(CompanyId company) {
        return Sql.read(
                        """
                        SELECT s.sequence, c.seal
                          FROM snapshot AS s
                          JOIN settlement_step AS c ON c.settlement_id = s.settlement_id AND c.status = 'CONFIRMED'
                         WHERE s.company_id = :company ORDER BY s.sequence DESC LIMIT 1""",
                        Map.of("company", company.value()),
                        columns -> new Link(columns.longNumber() + 1, new Seal(columns.text())))
                .map(found -> found.isEmpty() ? Link.FIRST : found.getFirst());
    }

    @Override
    public Uni<Void> add(SettlementHead head, Snapshot snapshot) {
        return Sql.change(
                        """
                        WITH registered AS (
                            INSERT INTO seal_register (company_id, sequence, number, seal)
                            VALUES (:company, :sequence, :number, :seal))
                        INSERT INTO snapshot (settlement_id, company_id, sequence, text)
                        VALUES (:settlement, :company, :sequence, :text)""",
                        Map.of(
                                "settlement", head.id().value(),
                                "number", head.number().value(),
                                "company", head.company().value(),
                                "sequence", snapshot.link().sequence(),
                                "seal", snapshot.seal().hex(),
                                "text", snapshot.text()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Kept>> find(SettlementId settlement) {
        return Sql.read(
                        KEPT + "WHERE s.settlement_id = :settlement",
                        Map.of("settlement", settlement.value()),
                        PostgresSnapshots::kept)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Chain> chain(CompanyId company) {
        return Sql.read(CHAIN, Map.of("company", company.value()), PostgresSnapshots::entry)
                .map(PostgresSnapshots::chain);
    }

    /** Of the chain, or of the register, which has no texts. */
    private record Entry(
            SettlementNumber settlement, @Nullable String text, Seal seal) {}

    private static Entry entry(Columns columns) {
        return new Entry(new SettlementNumber(columns.text()), columns.textOrNull(), new Seal(columns.text()));
    }

    private static Chain chain(List<Entry> found) {
        List<Kept> kept = new ArrayList<>();
        List<Registered> register = new ArrayList<>();
        for (Entry entry : found) {
            if (entry.text() == null) {
                register.add(new Registered(entry.settlement(), entry.seal()));
            } else {
                kept.add(new Kept(entry.settlement(), entry.text(), entry.seal()));
            }
        }
        return new Chain(kept, register);
    }

    private static Kept kept(Columns columns) {
        return new Kept(new SettlementNumber(columns.text()), columns.text(), new Seal(columns.text()));
    }
}
