package io.motorpool.adapters.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A template with lines in it, as it comes back filled in: its version, its headings, a line for each row. Texts are written
 * as texts: what begins like a formula is never one.
 */
final class FilledForm {

    private static final int ROWS_IN_MEMORY = 1_000;

    private FilledForm() {}

    /** @param <R> what a line says */
    interface Line<R> {

        /** @param index of the line, as the library counts: from 0 */
        void write(Worksheet sheet, int index, R row);
    }

    static <R> byte[] of(String name, Form<?> form, List<String> headings, List<R> rows, Line<R> line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Motorpool", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            sheet.value(Template.VERSION_ROW - 1, 0, "양식");
            sheet.value(Template.VERSION_ROW - 1, 1, form.version());
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(Template.FIRST_ROW - 2, column, headings.get(column));
                sheet.style(Template.FIRST_ROW - 2, column).bold().set();
            }
            for (int i = 0; i < rows.size(); i++) {
                line.write(sheet, Template.FIRST_ROW - 1 + i, rows.get(i));
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
}
