package io.motorpool.adapters.spreadsheet;

import io.motorpool.adapters.spreadsheet.WorkbookReading.Outcome;
import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Excel's workbooks. Both ways take time, so they are gone on a thread that may wait. */
@ApplicationScoped
class ExcelExtraCostWorkbooks implements ExtraCostWorkbooks {

    private static final int ROWS_IN_MEMORY = 1_000;

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
        return Worker.does(() -> written(rows));
    }

    private static byte[] written(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Motorpool", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(Template.SHEET);
            sheet.value(Template.VERSION_ROW - 1, 0, "양식");
            sheet.value(Template.VERSION_ROW - 1, 1, Template.VERSION);
            for (int column = 0; column < Template.HEADINGS.size(); column++) {
                sheet.value(Template.FIRST_ROW - 2, column, Template.HEADINGS.get(column));
                sheet.style(Template.FIRST_ROW - 2, column).bold().set();
            }
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, Template.FIRST_ROW - 1 + i, rows.get(i));
                if (i % ROWS_IN_MEMORY == ROWS_IN_MEMORY - 1) {
                    sheet.flush();
                }
            }
            sheet.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write a workbook", failed);
        }
        return bytes.toByteArray();
    }

    /** Texts are written as texts: what begins like a formula is never one. */
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
