package io.motorpool.adapters.spreadsheet;

import io.motorpool.adapters.spreadsheet.WorkbookReading.Outcome;
import io.motorpool.application.settlement.RunWorkbooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Runs of a day in Excel's workbooks. */
@ApplicationScoped
class ExcelRunWorkbooks implements RunWorkbooks {

    private static final double SECONDS_OF_A_DAY = 86_400;

    @Override
    public Uni<Reading> read(byte[] workbook) {
        return Worker.does(() -> reading(workbook));
    }

    static Reading reading(byte[] workbook) {
        return switch (WorkbookReading.of(workbook, new RunForm())) {
            case Outcome.Read<Found>(var rows) -> new Reading.Read(rows);
            case Outcome.NotRead<Found>(var why) -> new Reading.NotRead(why);
            case Outcome.Faulty<Found>(var faults, var rows) -> new Reading.Faulty(faults, rows);
        };
    }

    @Override
    public Uni<byte[]> write(List<Row> rows) {
        return Worker.does(
                () -> FilledForm.of(RunForm.SHEET, new RunForm(), RunForm.HEADINGS, rows, ExcelRunWorkbooks::write));
    }

    private static void write(Worksheet sheet, int index, Row row) {
        sheet.value(index, 0, row.serviceDate());
        sheet.style(index, 0).format("yyyy-mm-dd").set();
        sheet.value(index, 1, row.route());
        sheet.value(index, 2, row.slot());
        time(sheet, index, 3, row.scheduled());
        time(sheet, index, 4, row.left());
        time(sheet, index, 5, row.arrived());
        if (!row.cause().isEmpty()) {
            sheet.value(index, 6, row.cause());
        }
    }

    /** What is to be filled in looks like a time before anybody has. */
    private static void time(Worksheet sheet, int index, int column, @Nullable LocalTime time) {
        if (time != null) {
            sheet.value(index, column, time.toSecondOfDay() / SECONDS_OF_A_DAY);
        }
        sheet.style(index, column).format("hh:mm").set();
    }
}
