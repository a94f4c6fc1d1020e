package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.CellFault;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/**
 * Extra costs as people send and get them: workbooks, of which nothing can be believed. Reading one is safe whatever it
 * is, takes bounded memory, and answers with everything that is wrong at its place.
 */
public interface ExtraCostWorkbooks {

    /** As large as a workbook may be, in bytes (P12). */
    int LARGEST = 5 * 1024 * 1024;

    /** How many costs it may hold (P12). */
    int MOST_ROWS = 10_000;

    /** How many faults are told at once. */
    int MOST_FAULTS = 100;

    Uni<Reading> read(byte[] workbook);

    /** A workbook that says the same when it is read; without rows it is the template. */
    Uni<byte[]> write(List<Row> rows);

    /**
     * What one row says. Texts are as somebody typed them, without the spaces around them.
     *
     * @param kind in the words of the template
     * @param reason empty where there is none
     */
    record Row(
            LocalDate serviceDate,
            String route,
            String kind,
            String reference,
            long won,
            String reason,
            String description) {}

    /** @param number as the spreadsheet counts, from 1 */
    record Found(String sheet, int number, Row row) {

        /** Where the column of the row is, like {@code E17}. */
        public String cell(Column column) {
            return column.letter() + Integer.toString(number);
        }
    }

    /** The columns of the template. */
    enum Column {
        SERVICE_DATE("A"),
        ROUTE("B"),
        KIND("C"),
        REFERENCE("D"),
        WON("E"),
        REASON("F"),
        DESCRIPTION("G");

        private final String letter;

        Column(String letter) {
            this.letter = letter;
        }

        public String letter() {
            return letter;
        }
    }

    /** What became of a workbook. */
    sealed interface Reading {

        record Read(List<Found> rows) implements Reading {

            public Read {
                rows = List.copyOf(rows);
            }
        }

        /** It was not even looked into. */
        record NotRead(Unreadable why) implements Reading {}

        /**
         * @param faults at most {@link #MOST_FAULTS}, in the order of the sheet
         * @param rows the rows without any
         */
        record Faulty(List<CellFault> faults, List<Found> rows) implements Reading {

            public Faulty {
                faults = List.copyOf(faults);
                rows = List.copyOf(rows);
            }
        }
    }

    /** Why a file is no workbook that can be read. */
    enum Unreadable {
        TOO_LARGE,
        /** The format before 2007, or one with a password: both come in the same wrapping. */
        OLD_OR_PROTECTED,
        NOT_A_WORKBOOK,
        MACROS,
        /** It unpacks to far more than it is, has parts of the same name, or declares entities. */
        DANGEROUS,
        SEVERAL_SHEETS,
        OTHER_TEMPLATE,
        TOO_MANY_ROWS
    }
}
