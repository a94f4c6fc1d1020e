package io.motorpool.adapters.spreadsheet;

import io.motorpool.adapters.spreadsheet.WorkbookReading.Outcome;
import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** Excel's workbooks. Both ways take time, so they are gone on a thread that may wait. */
@ApplicationScoped
class ExcelExtraCostWorkbooks implements ExtraCostWorkbooks {

    @Override
    public Uni<Reading> read(byte[] workbook) {
        return Worker.does(() -> reading(workbook));
    }

    static Reading reading(byte[] workbook) {
        return switch (WorkbookReading.of(workbook, new ExtraCostForm())) {
            case Outcome.Read<Found>(var rows) -> new Reading.Read(rows);
            case Outcome.NotRead<Found>(var why) -> new Reading.NotRead(why);
            case Outcome.Faulty<Found>(var faults, var rows) -> new Reading.Faulty(faults, rows);
        };
    }

    @Override
    public Uni<byte[]> write(List<Row> rows) {
        return Worker.does(() -> FilledForm.of(
                Template.SHEET, new ExtraCostForm(), Template.HEADINGS, rows, ExcelExtraCostWorkbooks::write));
    }

    private static void write(Worksheet sheet, int index, Row row) {
        sheet.value(index, 0, row.serviceDate());
        sheet.style(index, 0).format("yyyy-mm-dd").set();
        sheet.value(index, 1, row.route());
        sheet.value(index, 2, row.kind());
        sheet.value(index, 3, row.reference());
        sheet.value(index, 4, row.won());
        sheet.style(index, 4).format("#,##0").set();
        if (!row.reason().isEmpty()) {
            sheet.value(index, 5, row.reason());
        }
        sheet.value(index, 6, row.description());
    }
}
