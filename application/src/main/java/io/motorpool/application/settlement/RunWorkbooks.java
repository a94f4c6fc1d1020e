package io.motorpool.application.settlement;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.domain.settlement.CellFault;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of a day as people send and get them: workbooks, of which nothing can be believed. Reading one is as safe as reading
 * one of {@link ExtraCostWorkbooks}, has the same limits, and answers with everything that is wrong at its place.
 */
public interface RunWorkbooks {

    Uni<Reading> read(byte[] workbook);

    /** A workbook that says the same when it is read. */
    Uni<byte[]> write(List<Row> rows);

    /**
     * What one row says of a run. Texts are as somebody typed them, without the spaces around them; times are those of a
     * clock in Seoul, in whole minutes.
     *
     * @param left absent while nobody has said when it left
     * @param arrived absent while nobody has said when it arrived
     * @param cause why it did not take place, in the words of the template; empty if it did, or nobody has said yet
     */
    record Row(
            LocalDate serviceDate,
            String route,
            String slot,
            LocalTime scheduled,
            @Nullable LocalTime left,
            @Nullable LocalTime arrived,
            String cause) {}

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
        SLOT("C"),
        SCHEDULED("D"),
        LEFT("E"),
        ARRIVED("F"),
        CAUSE("G");

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
         * @param faults at most {@link ExtraCostWorkbooks#MOST_FAULTS}, in the order of the sheet
         * @param rows the rows without any
         */
        record Faulty(List<CellFault> faults, List<Found> rows) implements Reading {

            public Faulty {
                faults = List.copyOf(faults);
                rows = List.copyOf(rows);
            }
        }
    }
}
