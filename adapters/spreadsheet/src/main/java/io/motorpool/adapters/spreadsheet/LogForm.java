package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.drivinglog.ShownSheet;
import io.motorpool.application.drivinglog.ShownSheet.Driver;
import io.motorpool.domain.drivinglog.BusinessRatio;
import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.drivinglog.LogSheet.Row;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.Trip;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/**
 * The official form of 2016-04-01 (업무용승용차 운행기록부), field by field. Distances are numbers; texts are written as texts, so
 * what begins like a formula is never one.
 */
final class LogForm {

    static final int FIRST_ROW = 10;
    private static final int ROWS_IN_MEMORY = 1_000;

    private static final int DATE = 0;
    private static final int DEPARTMENT = 1;
    private static final int NAME = 2;
    private static final int BEFORE = 3;
    private static final int AFTER = 4;
    private static final int DISTANCE = 5;
    private static final int COMMUTE = 6;
    private static final int BUSINESS = 7;
    private static final int REMARKS = 8;

    private static final List<Double> WIDTHS = List.of(17.0, 17.0, 13.0, 16.0, 16.0, 13.0, 15.0, 15.0, 34.0);

    /** As text: a weekday that a format writes depends on where it is looked at. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd(E)", Locale.KOREAN);

    private static final String KM = "#,##0";
    private static final String PERCENT = "0.0%";
    private static final String SHADE = "F2F2F2";
    private static final double MARGIN = 0.4;

    private final Worksheet sheet;

    private LogForm(Worksheet sheet) {
        this.sheet = sheet;
    }

    static void write(Worksheet worksheet, TaxPeriod period, ShownSheet shown) throws IOException {
        LogForm form = new LogForm(worksheet);
        form.page();
        form.head(period, shown);
        int next = form.rows(shown);
        form.foot(next, shown.sheet().ratio());
        worksheet.range(0, DATE, next + 1, REMARKS).setName("_xlnm.Print_Area");
        worksheet.finish();
    }

    private void page() {
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin((float) MARGIN);
        sheet.rightMargin((float) MARGIN);
        sheet.repeatRows(7, FIRST_ROW - 1);
        sheet.footer("&P / &N", Position.CENTER);
        sheet.hideGridLines();
    }

    private void head(TaxPeriod period, ShownSheet shown) {
        sheet.value(0, 0, "[업무용승용차 운행기록부에 관한 별지 서식] <2016.4.1. 제정>");
        label(1, 0, 2, 0, "사업연도\n(과세기간)");
        text(1, 1, 2, 1, "%s\n~ %s".formatted(period.from(), period.until()));
        label(1, 2, 2, 5, "업무용승용차 운행기록부");
        sheet.range(1, 2, 2, 5).style().fontSize(18).bold().set();
        label(1, 6, 1, 7, "법인명(상호)");
        text(1, 8, 1, 8, shown.party().name());
        label(2, 6, 2, 7, "사업자등록번호");
        text(2, 8, 2, 8, shown.party().businessNumber().written());
        sheet.rowHeight(1, 27);
        sheet.rowHeight(2, 27);
        section(3, "1. 기본정보");
        label(4, 0, 4, 1, "① 차 종");
        label(4, 2, 4, 4, "② 자동차등록번호");
        text(5, 0, 5, 1, shown.model());
        text(5, 2, 5, 4, shown.plate().value());
        section(6, "2. 업무용 사용비율 계산");
        headings();
    }

    private void headings() {
        label(7, DATE, 9, DATE, "③ 사용일자\n(요일)");
        label(7, DEPARTMENT, 7, NAME, "④ 사용자");
        label(8, DEPARTMENT, 9, DEPARTMENT, "부서");
        label(8, NAME, 9, NAME, "성명");
        label(7, BEFORE, 7, REMARKS, "운 행 내 역");
        label(8, BEFORE, 9, BEFORE, "⑤ 주행 전\n계기판의 거리(㎞)");
        label(8, AFTER, 9, AFTER, "⑥ 주행 후\n계기판의 거리(㎞)");
        label(8, DISTANCE, 9, DISTANCE, "⑦ 주행거리(㎞)");
        label(8, COMMUTE, 8, BUSINESS, "업무용 사용거리(㎞)");
        label(9, COMMUTE, 9, COMMUTE, "⑧ 출·퇴근용(㎞)");
        label(9, BUSINESS, 9, BUSINESS, "⑨ 일반 업무용(㎞)");
        label(8, REMARKS, 9, REMARKS, "⑩ 비고");
        sheet.rowHeight(9, 24);
    }

    /** @return the row after the last one */
    private int rows(ShownSheet shown) throws IOException {
        int next = FIRST_ROW;
        for (Row row : shown.sheet().rows()) {
            row(next, row, shown.driverOf(row));
            next++;
            if (next % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }
        return next;
    }

    private void row(int at, Row row, Driver driver) {
        Trip trip = row.trip();
        sheet.value(at, DATE, DAY.format(trip.logDate()));
        sheet.value(at, DEPARTMENT, driver.department());
        sheet.value(at, NAME, driver.name());
        sheet.value(at, BEFORE, trip.before().km());
        sheet.value(at, AFTER, trip.after().km());
        sheet.value(at, DISTANCE, trip.km());
        sheet.value(at, COMMUTE, trip.commuteKm());
        sheet.value(at, BUSINESS, trip.businessKm());
        sheet.value(at, REMARKS, remarks(row));
        framed(at, DATE, "center", "@");
        framed(at, DEPARTMENT, "center", "@");
        framed(at, NAME, "center", "@");
        for (int column = BEFORE; column <= BUSINESS; column++) {
            framed(at, column, "right", KM);
        }
        framed(at, REMARKS, "left", "@");
    }

    private static String remarks(Row row) {
        List<String> remarks = new ArrayList<>();
        remarks.add(words(row.basis()));
        if (row.gapKm() > 0) {
            remarks.add("계기판 공백 %,d㎞".formatted(row.gapKm()));
        }
        if (row.otherKm() > 0) {
            remarks.add("기록 외 운행 %,d㎞".formatted(row.otherKm()));
        }
        return String.join(", ", remarks);
    }

    private static String words(Basis basis) {
        return switch (basis) {
            case TAGGED -> "업무 지정";
            case OCCUPANCY -> "업무 전용 시간";
            case MANUAL -> "수기 반영";
        };
    }

    private void foot(int at, BusinessRatio ratio) {
        label(at, DATE, at + 1, NAME, "합 계");
        label(at, BEFORE, at, DISTANCE, "⑪ 과세기간 총주행 거리(㎞)");
        label(at, COMMUTE, at, BUSINESS, "⑫ 과세기간 업무용 사용거리(㎞)");
        label(at, REMARKS, at, REMARKS, "⑬ 업무사용비율(⑫/⑪)");
        sheet.value(at + 1, BEFORE, ratio.totalKm());
        box(at + 1, BEFORE, at + 1, DISTANCE, KM);
        sheet.value(at + 1, COMMUTE, ratio.businessKm());
        box(at + 1, COMMUTE, at + 1, BUSINESS, KM);
        ratio.value().ifPresent(value -> sheet.value(at + 1, REMARKS, value));
        box(at + 1, REMARKS, at + 1, REMARKS, PERCENT);
    }

    private void section(int at, String title) {
        sheet.value(at, 0, title);
        sheet.range(at, 0, at, REMARKS).merge();
        sheet.style(at, 0).bold().verticalAlignment("center").set();
        sheet.rowHeight(at, 22);
    }

    private void label(int top, int left, int bottom, int right, String words) {
        sheet.value(top, left, words);
        box(top, left, bottom, right, "@");
        sheet.range(top, left, bottom, right).style().fillColor(SHADE).set();
    }

    private void text(int top, int left, int bottom, int right, String words) {
        sheet.value(top, left, words);
        box(top, left, bottom, right, "@");
    }

    private void box(int top, int left, int bottom, int right, String format) {
        if (top != bottom || left != right) {
            sheet.range(top, left, bottom, right).merge();
        }
        sheet.range(top, left, bottom, right)
                .style()
                .borderStyle(BorderStyle.THIN)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .format(format)
                .set();
    }

    /** Numbers and remarks stand beside each other, so they keep a distance from the line between them. */
    private void framed(int at, int column, String alignment, String format) {
        sheet.style(at, column)
                .borderStyle(BorderStyle.THIN)
                .horizontalAlignment(alignment)
                .indent(alignment.equals("center") ? 0 : 1)
                .verticalAlignment("center")
                .format(format)
                .set();
    }
}
