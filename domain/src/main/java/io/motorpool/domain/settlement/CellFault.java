package io.motorpool.domain.settlement;

/**
 * What is wrong with a cell, and where to find it.
 *
 * @param cell as spreadsheets name it, like {@code C17}
 */
public record CellFault(String sheet, String cell, Fault fault) {

    /** What can be wrong. */
    public enum Fault {
        MISSING,
        NOT_A_DATE,
        NOT_AN_AMOUNT,
        NOT_WHOLE_WON,
        TOO_LARGE,
        ZERO,
        NOT_A_KIND,
        NOT_A_REASON,
        REASON_MISSING,
        REASON_WITHOUT_REDUCTION,
        UNKNOWN_ROUTE,
        UNKNOWN_SLOT,
        OTHER_MONTH,
        OTHER_DAY,
        TOO_LONG,
        FORBIDDEN_CHARACTER,
        FORMULA,
        MERGED,
        /** An error that the spreadsheet itself shows, or nothing that it could be. */
        NOT_A_VALUE,
        REPEATED,
        UNKNOWN_RUN,
        NOT_A_TIME,
        IMPLAUSIBLE_TIME,
        NOT_A_STATE
    }
}
