package io.motorpool.domain.settlement;

import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with a cell, and where to find it.
 *
 * @param cell as spreadsheets name it, like {@code C17}
 */
public record CellFault(String sheet, String cell, Fault fault) {

    /** As people read: row by row, and from the left. */
    private static final Comparator<CellFault> BY_PLACE = Comparator.comparing(CellFault::sheet)
            .thenComparingInt(CellFault::row)
            .thenComparingInt(fault -> fault.column().length())
            .thenComparing(CellFault::column);

    /** The first of them in the order of the sheet. */
    static List<CellFault> first(int most, List<CellFault> faults) {
        return faults.stream().sorted(BY_PLACE).limit(most).toList();
    }

    private int row() {
        String digits = cell.substring(column().length());
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private String column() {
        int letters = 0;
        while (letters < cell.length() && Character.isLetter(cell.charAt(letters))) {
            letters++;
        }
        return cell.substring(0, letters);
    }

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
