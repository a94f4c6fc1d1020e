package io.motorpool.sandbox.bench.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The limit of an export: the same workbook as the application's, cell by cell and style by style, by the library alone, with
 * everything that it says at hand. Its sheets come out byte for byte the same, which is checked.
 */
final class BareStatement {

    private static final int ROWS_IN_MEMORY = 1_000;
    private static final String GREY = "E7E6E6";
    private static final String WON = "#,##0";
    private static final String DAY = "yyyy-mm-dd";
    private static final double[] SUMMARY_WIDTHS = {16, 34, 12, 18, 14, 18, 18, 18};
    private static final double[] SHEET_WIDTHS = {13, 12, 20, 28, 20, 22, 11, 16};
    private static final List<String> ROUTE_HEADINGS =
            List.of("순번", "노선", "운행 건수", "운행 금액(원)", "특별비용 건수", "특별비용(원)", "공급가액(원)", "부가세 참고(원)");
    private static final List<String> RUN_HEADINGS =
            List.of("운행일자", "출발시각", "운행편", "차량번호", "차종", "차량계약번호", "요율 차수", "금액(원)");
    private static final List<String> COST_HEADINGS = List.of("운행일자", "구분", "증빙번호", "내용", "감액 사유", "금액(원)");

    private final ShownBill bill;

    private BareStatement(ShownBill bill) {
        this.bill = bill;
    }

    static byte[] write(ShownBill bill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Motorpool", "1.0")) {
            BareStatement writing = new BareStatement(bill);
            writing.summary(workbook.newWorksheet("정산 요약"));
            for (ShownBill.Route route : bill.routes()) {
                writing.route(workbook.newWorksheet(route.name()), route);
            }
        }
        return bytes.toByteArray();
    }

    private void summary(Worksheet sheet) throws IOException {
        widths(sheet, SUMMARY_WIDTHS);
        sheet.value(0, 0, "운행 정산서");
        sheet.style(0, 0).bold().fontSize(16).set();
        int row = 2;
        for (ShownBill.Said said : bill.said()) {
            sheet.value(row, 0, said.heading());
            sheet.style(row, 0).bold().set();
            sheet.value(row, 1, said.text());
            row++;
        }
        row++;
        headings(sheet, row, ROUTE_HEADINGS);
        row++;
        for (int i = 0; i < bill.routes().size(); i++) {
            ShownBill.Route route = bill.routes().get(i);
            sheet.value(row, 0, i + 1);
            sheet.value(row, 1, route.name());
            number(sheet, row, 2, route.lines().size());
            number(sheet, row, 3, route.won());
            number(sheet, row, 4, 0L);
            number(sheet, row, 5, 0L);
            number(sheet, row, 6, route.won());
            number(sheet, row, 7, route.won() / 10);
            row++;
        }
        row++;
        total(sheet, row, "공급가액", bill.won());
        total(sheet, row + 1, "부가가치세", bill.won() / 10);
        total(sheet, row + 2, "합계 금액", bill.won() + bill.won() / 10);
        sheet.value(row + 4, 0, "부가가치세는 공급가액 합계의 10%를 한 번만 계산하며 원 미만은 버립니다. 노선별 부가세는 참고용입니다.");
        sheet.finish();
    }

    private void route(Worksheet sheet, ShownBill.Route route) throws IOException {
        widths(sheet, SHEET_WIDTHS);
        sheet.value(0, 0, route.name());
        sheet.style(0, 0).bold().fontSize(14).set();
        headings(sheet, 2, RUN_HEADINGS);
        int row = 3;
        for (ShownBill.Line line : route.lines()) {
            line(sheet, row, line);
            if (row % ROWS_IN_MEMORY == ROWS_IN_MEMORY - 1) {
                sheet.flush();
            }
            row++;
        }
        sum(sheet, row, 7, "운행 소계", route.won());
        headings(sheet, row + 2, COST_HEADINGS);
        sum(sheet, row + 3, 5, "특별비용 소계", 0);
        sum(sheet, row + 5, 7, "노선 공급가액", route.won());
        sheet.finish();
    }

    private static void line(Worksheet sheet, int row, ShownBill.Line line) {
        sheet.value(row, 0, line.date());
        sheet.style(row, 0).format(DAY).set();
        sheet.value(row, 1, line.time());
        sheet.value(row, 2, line.slot());
        sheet.value(row, 3, line.plate());
        sheet.value(row, 4, line.model());
        sheet.value(row, 5, line.contract());
        sheet.value(row, 6, line.rate());
        number(sheet, row, 7, line.won());
    }

    private static void number(Worksheet sheet, int row, int column, long number) {
        sheet.value(row, column, number);
        sheet.style(row, column).format(WON).set();
    }

    private static void total(Worksheet sheet, int row, String heading, long won) {
        sheet.value(row, 0, heading);
        sheet.value(row, 1, won);
        sheet.style(row, 0).bold().fillColor(GREY).set();
        sheet.style(row, 1).bold().fillColor(GREY).format(WON).set();
    }

    private static void sum(Worksheet sheet, int row, int column, String heading, long won) {
        sheet.value(row, 0, heading);
        sheet.style(row, 0).bold().set();
        sheet.value(row, column, won);
        sheet.style(row, column).bold().format(WON).set();
    }

    private static void headings(Worksheet sheet, int row, List<String> headings) {
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(row, column, headings.get(column));
            sheet.style(row, column).bold().fillColor(GREY).set();
        }
    }

    private static void widths(Worksheet sheet, double[] widths) {
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
    }
}
