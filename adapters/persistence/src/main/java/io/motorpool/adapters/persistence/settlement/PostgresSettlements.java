package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.Changed;
import io.motorpool.adapters.persistence.CompanyPages;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.settlement.Settlements;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.settlement.Billing;
import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document has a draft that is written over, or steps that are only added. Confirming takes the draft away, so it is
 * confirmed once; a step has a number, so it follows its predecessor and nothing else.
 */
@ApplicationScoped
public class PostgresSettlements implements Settlements {

    private static final CompanyPages<Versioned<Settlement>> PAGES = new CompanyPages<>(
            SettlementMapper.SELECT,
            SettlementMapper::settlement,
            stored -> stored.value().id().value());

    @Override
    public Uni<Optional<Versioned<Settlement>>> find(SettlementId id) {
        return Sql.read(
                        SettlementMapper.SELECT + "WHERE t.id = :id",
                        Map.of("id", id.value()),
                        SettlementMapper::settlement)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Billing> of(CompanyId company, YearMonth month) {
        return Sql.read(
                        SettlementMapper.SELECT + "WHERE t.company_id = :company AND t.month = :month ORDER BY t.id",
                        Map.of("company", company.value(), "month", month.atDay(1)),
                        SettlementMapper::settlement)
                .map(found -> new Billing(found.stream().map(Versioned::value).toList()));
    }

    @Override
    public Uni<Version> add(Settlement settlement) {
        return insert(settlement.head()).chain(() -> switch (settlement) {
            case Settlement.Draft _, Settlement.Calculated _ -> insertDraft(settlement);
            case Settlement.Confirmed confirmed -> insertStep(confirmed, Version.FIRST);
            case Settlement.Posting _, Settlement.Posted _, Settlement.PostFailed _ ->
                throw new IllegalArgumentException("nothing begins as " + settlement.status());
        });
    }

    private static Uni<Integer> insert(SettlementHead head) {
        return Sql.change(
                """
                INSERT INTO settlement (id, number, company_id, month, issue, reversed_id)
                VALUES (:id, :number, :company, :month, NULLIF(:issue, 0), CAST(NULLIF(:reversed, '') AS uuid))""",
                Map.of(
                        "id", head.id().value(),
                        "number", head.number().value(),
                        "company", head.company().value(),
                        "month", head.month().atDay(1),
                        "issue", head.purpose() instanceof Purpose.Bill(var issue) ? issue : 0,
                        "reversed",
                                head.purpose() instanceof Purpose.Reversal(var reversed) ? reversed.toString() : ""));
    }

    private static Uni<Version> insertDraft(Settlement draft) {
        Map<String, Object> parameters = draft(draft);
        return Sql.change("""
                        INSERT INTO settlement_draft (settlement_id, version, editor_id, supply, calculated_at)
                        VALUES (:id, 0, CAST(NULLIF(:editor, '') AS uuid), CAST(NULLIF(:supply, '') AS bigint),
                                CAST(NULLIF(:at, '') AS timestamptz))""", parameters).replaceWith(Version.FIRST);
    }

    @Override
    public Uni<Version> save(Versioned<? extends Settlement> changed) {
        return find(changed.value().id())
                .chain(stored -> stored.filter(changed::equals).isPresent()
                        ? Uni.createFrom().item(changed.version())
                        : write(changed.value(), changed.version()));
    }

    private static Uni<Version> write(Settlement settlement, Version seen) {
        return switch (settlement) {
            case Settlement.Draft _, Settlement.Calculated _ -> updateDraft(settlement, seen);
            case Settlement.Confirmed _ ->
                Changed.exactly(1, removeDraft(settlement, seen)).chain(() -> insertStep(settlement, seen.next()));
            case Settlement.Posting _, Settlement.Posted _, Settlement.PostFailed _ ->
                insertStep(settlement, seen.next());
        };
    }

    private static Uni<Version> updateDraft(Settlement draft, Version seen) {
        Map<String, Object> parameters = draft(draft);
        parameters.put("seen", seen.value());
        return Changed.exactly(1, Sql.change("""
                                UPDATE settlement_draft
                                   SET version = version + 1, editor_id = CAST(NULLIF(:editor, '') AS uuid),
                                       supply = CAST(NULLIF(:supply, '') AS bigint),
                                       calculated_at = CAST(NULLIF(:at, '') AS timestamptz)
                                 WHERE settlement_id = :id AND version = :seen""", parameters)).replaceWith(seen.next());
    }

    private static Uni<Integer> removeDraft(Settlement confirmed, Version seen) {
        return Sql.change(
                "DELETE FROM settlement_draft WHERE settlement_id = :id AND version = :seen",
                Map.of("id", confirmed.id().value(), "seen", seen.value()));
    }

    private static Map<String, Object> draft(Settlement draft) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", draft.id().value());
        parameters.put("editor", "");
        parameters.put("supply", "");
        parameters.put("at", "");
        if (draft instanceof Settlement.Draft bare) {
            parameters.put("editor", text(bare.editor()));
        }
        if (draft instanceof Settlement.Calculated calculated) {
            parameters.put("editor", text(calculated.editor()));
            parameters.put("supply", Long.toString(calculated.totals().supply().won()));
            parameters.put("at", calculated.at().toString());
        }
        return parameters;
    }

    private static String text(@Nullable UserId user) {
        return user == null ? "" : user.toString();
    }

    private static Uni<Version> insertStep(Settlement settlement, Version version) {
        Map<String, Object> parameters = step(settlement);
        parameters.put("id", settlement.id().value());
        parameters.put("version", version.value());
        parameters.put("status", settlement.status().name());
        return Sql.change("""
                        INSERT INTO settlement_step (settlement_id, version, status, at, confirmed_by, supply, seal, next_at,
                                                     under_way_since, fault, document)
                        VALUES (:id, :version, :status, :at, CAST(NULLIF(:by, '') AS uuid),
                                CAST(NULLIF(:supply, '') AS bigint), NULLIF(:seal, ''),
                                CAST(NULLIF(:next, '') AS timestamptz), CAST(NULLIF(:since, '') AS timestamptz),
                                NULLIF(:fault, ''), NULLIF(:document, ''))""", parameters).chain(() -> turn(settlement)).replaceWith(version);
    }

    private static Map<String, Object> step(Settlement settlement) {
        Map<String, Object> parameters = new HashMap<>();
        for (String name : new String[] {"by", "supply", "seal", "next", "since", "fault", "document"}) {
            parameters.put(name, "");
        }
        switch (settlement) {
            case Settlement.Confirmed confirmed -> {
                Confirmation confirmation = confirmed.confirmation();
                parameters.put("at", confirmation.at());
                parameters.put("by", confirmation.by().toString());
                parameters.put(
                        "supply", Long.toString(confirmation.totals().supply().won()));
                parameters.put("seal", confirmation.seal().hex());
            }
            case Settlement.Posting posting -> {
                Instant since = posting.last().underWaySince();
                parameters.put("at", posting.last().at());
                parameters.put("next", posting.last().next().toString());
                parameters.put("since", since == null ? "" : since.toString());
            }
            case Settlement.Posted posted -> {
                parameters.put("at", posted.at());
                parameters.put("document", posted.document().number());
            }
            case Settlement.PostFailed failed -> {
                parameters.put("at", failed.at());
                parameters.put("fault", failed.fault().name());
            }
            case Settlement.Draft _, Settlement.Calculated _ ->
                throw new IllegalArgumentException("a draft is no step");
        }
        return parameters;
    }

    /** Who waits for the ERP, and from when on. */
    private static Uni<Integer> turn(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Confirmed confirmed ->
                wait(settlement, confirmed.confirmation().at());
            case Settlement.Posting posting -> wait(settlement, posting.last().next());
            case Settlement.Draft _, Settlement.Calculated _, Settlement.Posted _, Settlement.PostFailed _ ->
                Sql.change(
                        "DELETE FROM posting_turn WHERE settlement_id = :id",
                        Map.of("id", settlement.id().value()));
        };
    }

    private static Uni<Integer> wait(Settlement settlement, Instant next) {
        return Sql.change("""
                INSERT INTO posting_turn (settlement_id, next_at) VALUES (:id, :next)
                ON CONFLICT (settlement_id) DO UPDATE SET next_at = excluded.next_at""", Map.of("id", settlement.id().value(), "next", next));
    }

    @Override
    public Uni<Optional<Versioned<Settlement>>> due(Instant now) {
        return Sql.read("""
                        SELECT settlement_id FROM posting_turn WHERE next_at <= :now
                         ORDER BY next_at, settlement_id LIMIT 1 FOR UPDATE SKIP LOCKED""", Map.of("now", now), columns -> new SettlementId(columns.uuid()))
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(Optional.empty()) : find(found.getFirst()));
    }

    @Override
    public Uni<Page<Versioned<Settlement>>> list(CompanyScope scope, Optional<YearMonth> month, Page.Request page) {
        return month.map(only -> PAGES.list(scope, "AND t.month = :month", Map.of("month", only.atDay(1)), page))
                .orElseGet(() -> PAGES.list(scope, "", Map.of(), page));
    }
}
