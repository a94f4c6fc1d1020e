package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.settlement.Attempt;
import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.PostingFault;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Seal;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementNumber;
import io.motorpool.domain.settlement.SettlementStatus;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a document, its draft or its steps to what it is now: the last step says where it stands, the first what it says. */
final class SettlementMapper {

    static final String SELECT = """
            SELECT t.id, t.number, t.company_id, t.month, t.issue, t.reversed_id, coalesce(s.version, d.version),
                   coalesce(s.status, CASE WHEN d.supply IS NULL THEN 'DRAFT' ELSE 'CALCULATED' END),
                   d.editor_id, d.supply, d.calculated_at, c.confirmed_by, c.at, c.supply, c.seal,
                   s.at, s.next_at, s.under_way_since, s.fault, s.document
              FROM settlement AS t
              LEFT JOIN settlement_draft AS d ON d.settlement_id = t.id
              LEFT JOIN LATERAL (SELECT * FROM settlement_step AS l WHERE l.settlement_id = t.id
                                  ORDER BY l.version DESC LIMIT 1) AS s ON true
              LEFT JOIN settlement_step AS c ON c.settlement_id = t.id AND c.status = 'CONFIRMED'
            """;

    private SettlementMapper() {}

    static Versioned<Settlement> settlement(Columns columns) {
        SettlementHead head = head(columns);
        Version version = new Version(columns.longNumber());
        SettlementStatus status = columns.constant(SettlementStatus.class);
        return new Versioned<>(of(head, status, columns), version);
    }

    private static SettlementHead head(Columns columns) {
        return new SettlementHead(
                new SettlementId(columns.uuid()),
                new SettlementNumber(columns.text()),
                new CompanyId(columns.uuid()),
                YearMonth.from(columns.date()),
                purpose(columns));
    }

    private static Purpose purpose(Columns columns) {
        Integer issue = columns.numberOrNull();
        UUID reversed = columns.uuidOrNull();
        return issue == null
                ? new Purpose.Reversal(
                        new SettlementId(Optional.ofNullable(reversed).orElseThrow()))
                : new Purpose.Bill(issue);
    }

    private static Settlement of(SettlementHead head, SettlementStatus status, Columns columns) {
        UserId editor = user(columns.uuidOrNull());
        return switch (status) {
            case DRAFT -> new Settlement.Draft(head, editor);
            case CALCULATED -> new Settlement.Calculated(head, editor, totals(columns.longNumber()), columns.instant());
            case CONFIRMED, POSTING, POSTED, POST_FAILED -> confirmed(head, status, columns);
        };
    }

    private static Settlement confirmed(SettlementHead head, SettlementStatus status, Columns columns) {
        columns.skip(2);
        Confirmation confirmation = new Confirmation(
                new UserId(columns.uuid()), columns.instant(), totals(columns.longNumber()), new Seal(columns.text()));
        Instant at = columns.instant();
        Instant next = columns.instantOrNull();
        Instant underWaySince = columns.instantOrNull();
        PostingFault fault = columns.constantOrNull(PostingFault.class);
        String document = columns.textOrNull();
        return switch (status) {
            case DRAFT, CALCULATED, CONFIRMED -> new Settlement.Confirmed(head, confirmation);
            case POSTING -> new Settlement.Posting(head, confirmation, new Attempt(at, there(next), underWaySince));
            case POSTED -> new Settlement.Posted(head, confirmation, new ErpDocument(there(document)), at);
            case POST_FAILED -> new Settlement.PostFailed(head, confirmation, there(fault), at);
        };
    }

    private static <T> T there(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow();
    }

    private static @Nullable UserId user(@Nullable UUID id) {
        return id == null ? null : new UserId(id);
    }

    private static Totals totals(long supply) {
        return Totals.on(Money.won(supply));
    }
}
