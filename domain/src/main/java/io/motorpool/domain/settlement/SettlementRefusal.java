package io.motorpool.domain.settlement;

import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Why a step of a settlement is declined. */
public sealed interface SettlementRefusal extends Refusal {

    /** The life cycle offers no such step from here. */
    record NotPossibleForSettlement(SettlementStatus status, SettlementStep step) implements SettlementRefusal {}

    /** What was to be done with a settlement. */
    enum SettlementStep {
        EDIT,
        CALCULATE,
        CONFIRM,
        POST,
        REVERSE
    }

    /** Something has to be done first; each blocker says what. */
    record SettlementBlocked(List<Blocker> blockers) implements SettlementRefusal {
        public SettlementBlocked {
            blockers = List.copyOf(blockers);
        }
    }

    /** What is taken off exceeds everything else (P3). */
    record TotalBelowZero(long won) implements SettlementRefusal {}

    /** Whoever edited a settlement last does not confirm it (P16). */
    record MakerIsNotChecker() implements SettlementRefusal {}

    /** Something has changed since it was calculated: look again, then confirm. */
    record CalculationOutdated(Money calculated, Money now) implements SettlementRefusal {}

    /** The lines do not add up to the total: nothing is confirmed, and somebody has to find out why. */
    record LinesDoNotAddUp(Money lines, Money total) implements SettlementRefusal {}

    /** The month is billed already; it is corrected by a reversal and a reissue. */
    record MonthBilled(YearMonth month, SettlementNumber number) implements SettlementRefusal {}

    /** The month's bill was reversed: it is issued again on purpose, not by the way. */
    record MonthReversed(YearMonth month) implements SettlementRefusal {}

    /** The document is reversed already. */
    record AlreadyReversed(SettlementNumber by) implements SettlementRefusal {}

    /** Somebody is asking the ERP just now, or it asked for patience. */
    record PostingUnderWay(Instant until) implements SettlementRefusal {}

    /** A reversal is not reversed: the month is issued again. */
    record ReversalStands() implements SettlementRefusal {}

    /** Cells of the spreadsheet are wrong; nothing was stored (P12). */
    record CellsRefused(List<CellFault> faults) implements SettlementRefusal {
        public CellsRefused {
            faults = List.copyOf(faults);
        }
    }

    /** The file is none that can be imported (P12). */
    record SpreadsheetRefused(SpreadsheetFault fault) implements SettlementRefusal {}

    /** What is wrong with a file as a whole. */
    enum SpreadsheetFault {
        NOT_AN_XLSX,
        OLD_OR_PROTECTED,
        MACROS,
        TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_SHEETS,
        DANGEROUS,
        OTHER_TEMPLATE
    }
}
