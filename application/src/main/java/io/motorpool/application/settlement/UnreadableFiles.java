package io.motorpool.application.settlement;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.domain.settlement.SettlementRefusal.SpreadsheetFault;
import io.motorpool.domain.settlement.SettlementRefusal.SpreadsheetRefused;

/** What the model says to a file that nobody could read. */
final class UnreadableFiles {

    private UnreadableFiles() {}

    static SpreadsheetRefused refused(Unreadable why) {
        return new SpreadsheetRefused(
                switch (why) {
                    case TOO_LARGE -> SpreadsheetFault.TOO_LARGE;
                    case OLD_OR_PROTECTED -> SpreadsheetFault.OLD_OR_PROTECTED;
                    case NOT_A_WORKBOOK -> SpreadsheetFault.NOT_AN_XLSX;
                    case MACROS -> SpreadsheetFault.MACROS;
                    case DANGEROUS -> SpreadsheetFault.DANGEROUS;
                    case SEVERAL_SHEETS -> SpreadsheetFault.TOO_MANY_SHEETS;
                    case OTHER_TEMPLATE -> SpreadsheetFault.OTHER_TEMPLATE;
                    case TOO_MANY_ROWS -> SpreadsheetFault.TOO_MANY_ROWS;
                });
    }
}
