package io.motorpool.sandbox.shuttle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Extra costs as a client company types them into the template, slips of the hand and all. */
public final class CostSheet {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> HEADINGS = List.of("운행일자", "노선", "구분", "증빙번호", "금액(원)", "감액 사유", "내용");
    private static final int FIRST_ROW = 2;

    private CostSheet() {}

    /** @param won as it was typed */
    public record Row(
            String date, String route, String kind, String reference, String won, String reason, String text) {

        List<String> cells() {
            return List.of(date, route, kind, reference, won, reason, text);
        }

        public Row on(String otherDate) {
            return new Row(otherDate, route, kind, reference, won, reason, text);
        }

        public Row saying(String otherText) {
            return new Row(date, route, kind, reference, won, reason, otherText);
        }
    }

    public static byte[] of(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "A client", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("특별비용");
            write(sheet, 0, List.of("양식", "motorpool-extra-costs-1"));
            write(sheet, 1, HEADINGS);
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, FIRST_ROW + i, rows.get(i).cells());
            }
            sheet.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write a workbook", failed);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(row, column, cells.get(column));
            }
        }
    }
}
