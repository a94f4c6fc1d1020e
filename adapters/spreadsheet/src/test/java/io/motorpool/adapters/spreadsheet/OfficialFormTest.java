package io.motorpool.adapters.spreadsheet;

import static io.motorpool.adapters.spreadsheet.Logs.KIM;
import static io.motorpool.adapters.spreadsheet.Logs.LEE;
import static io.motorpool.adapters.spreadsheet.Logs.YEAR;
import static io.motorpool.adapters.spreadsheet.Logs.driven;
import static io.motorpool.adapters.spreadsheet.Logs.drivers;
import static io.motorpool.adapters.spreadsheet.Logs.sheets;
import static io.motorpool.adapters.spreadsheet.Logs.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.drivinglog.ShownSheet;
import io.motorpool.application.drivinglog.ShownSheet.Driver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Somebody else's reader looks at the form. */
class OfficialFormTest {

    private static final Instant MORNING = Instant.parse("2027-03-01T23:00:00Z");
    private static final int FIRST = 10;
    private static final int FOOT = 12;

    @Test
    void the_head_says_whose_log_it_is_of_which_vehicle_and_for_which_period() throws IOException {
        XSSFSheet sheet = read(twoTrips()).getSheetAt(0);

        assertThat(text(sheet, 1, 0)).isEqualTo("사업연도\n(과세기간)");
        assertThat(text(sheet, 1, 1)).isEqualTo("2027-01-01\n~ 2027-12-31");
        assertThat(text(sheet, 1, 2)).isEqualTo("업무용승용차 운행기록부");
        assertThat(text(sheet, 1, 8)).isEqualTo("한빛전자");
        assertThat(text(sheet, 2, 8)).isEqualTo("120-81-47521");
        assertThat(text(sheet, 5, 0)).isEqualTo("아이오닉 5");
        assertThat(text(sheet, 5, 2)).isEqualTo("12가3456");
        assertThat(sheet.getSheetName()).isEqualTo("12가3456");
    }

    @Test
    void every_field_of_the_form_is_there_by_its_number() throws IOException {
        XSSFSheet sheet = read(twoTrips()).getSheetAt(0);
        StringBuilder all = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.STRING) {
                all.append(cell.getStringCellValue());
            }
        }));

        assertThat(all)
                .contains(
                        "① 차 종",
                        "② 자동차등록번호",
                        "③ 사용일자",
                        "④ 사용자",
                        "⑤ 주행 전",
                        "⑥ 주행 후",
                        "⑦ 주행거리(㎞)",
                        "⑧ 출·퇴근용(㎞)",
                        "⑨ 일반 업무용(㎞)",
                        "⑩ 비고",
                        "⑪ 과세기간 총주행 거리(㎞)",
                        "⑫ 과세기간 업무용 사용거리(㎞)",
                        "⑬ 업무사용비율(⑫/⑪)");
    }

    @Test
    void distances_are_numbers_and_days_say_their_weekday() throws IOException {
        XSSFSheet sheet = read(twoTrips()).getSheetAt(0);

        assertThat(text(sheet, FIRST, 0)).isEqualTo("2027-03-02(화)");
        assertThat(text(sheet, FIRST, 1)).isEqualTo("영업1팀");
        assertThat(text(sheet, FIRST, 2)).isEqualTo("김민수");
        assertThat(List.of(3, 4, 5, 6, 7))
                .allSatisfy(column ->
                        assertThat(cell(sheet, FIRST, column).getCellType()).isEqualTo(CellType.NUMERIC));
        assertThat(number(sheet, FIRST, 3)).isEqualTo(100);
        assertThat(number(sheet, FIRST, 4)).isEqualTo(120);
        assertThat(number(sheet, FIRST, 5)).isEqualTo(20);
        assertThat(number(sheet, FIRST, 6)).isZero();
        assertThat(number(sheet, FIRST, 7)).isEqualTo(20);
        assertThat(text(sheet, FIRST, 8)).isEqualTo("업무 지정");
    }

    @Test
    void the_remarks_say_what_the_odometer_moved_besides() throws IOException {
        XSSFSheet sheet = read(twoTrips()).getSheetAt(0);

        assertThat(text(sheet, FIRST + 1, 8)).isEqualTo("업무 지정, 계기판 공백 5㎞, 기록 외 운행 30㎞");
    }

    @Test
    void the_foot_says_the_whole_distance_the_business_part_and_the_ratio() throws IOException {
        XSSFSheet sheet = read(twoTrips()).getSheetAt(0);

        assertThat(number(sheet, FOOT + 1, 3)).isEqualTo(95);
        assertThat(number(sheet, FOOT + 1, 6)).isEqualTo(60);
        assertThat(cell(sheet, FOOT + 1, 8).getNumericCellValue()).isEqualTo(60.0 / 95);
        assertThat(cell(sheet, FOOT + 1, 8).getCellStyle().getDataFormatString())
                .isEqualTo("0.0%");
    }

    @Test
    void the_ratio_of_nothing_is_blank() throws IOException {
        XSSFSheet sheet = read(shown("12가3456", List.of(), drivers())).getSheetAt(0);

        assertThat(number(sheet, FIRST + 1, 3)).isZero();
        assertThat(cell(sheet, FIRST + 1, 8).getCellType()).isEqualTo(CellType.BLANK);
    }

    @Test
    void text_that_begins_like_a_formula_stays_text() throws IOException {
        XSSFSheet sheet = read(shown(
                        "12가3456",
                        List.of(driven(1, true, KIM, MORNING, 1, 2)),
                        Map.of(KIM, new Driver("=1+1", "+HYPERLINK(\"http://x\")"))))
                .getSheetAt(0);

        assertThat(cell(sheet, FIRST, 1).getCellType()).isEqualTo(CellType.STRING);
        assertThat(text(sheet, FIRST, 1)).isEqualTo("=1+1");
        assertThat(text(sheet, FIRST, 2)).isEqualTo("+HYPERLINK(\"http://x\")");
    }

    @Test
    void it_looks_like_the_form_and_prints_on_a4_across() throws IOException {
        XSSFWorkbook workbook = read(twoTrips());
        XSSFSheet sheet = workbook.getSheetAt(0);

        assertThat(workbook.getPrintArea(0)).endsWith("!$A$1:$I$14");
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("8:10");
        assertThat(sheet.getMergedRegions().stream().map(region -> region.formatAsString()))
                .contains("C2:F3", "A8:A10", "B8:C8", "D8:I8", "G9:H9", "D13:F13");
        assertThat(List.of(0, 1, 2, 3, 8)).allSatisfy(column -> {
            XSSFCell framed = cell(sheet, FIRST, column);
            assertThat(framed.getCellStyle().getBorderTop()).isEqualTo(BorderStyle.THIN);
            assertThat(framed.getCellStyle().getBorderRight()).isEqualTo(BorderStyle.THIN);
            assertThat(framed.getCellStyle().getFont().getFontName()).isEqualTo("맑은 고딕");
        });
    }

    @Test
    void two_vehicles_that_had_the_same_plate_have_a_sheet_each() throws IOException {
        byte[] file = new ExcelDrivingLogWorkbooks()
                .write(YEAR, sheets(2, _ -> shown("12가3456", List.of(), drivers())))
                .await()
                .indefinitely();
        XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));

        assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
        assertThat(workbook.getSheetName(1)).isEqualTo("12가3456 (2)");
        assertThat(workbook.getPrintArea(1)).startsWith("'12가3456 (2)'!");
    }

    private static ShownSheet twoTrips() {
        return shown(
                "12가3456",
                List.of(
                        driven(1, true, KIM, MORNING, 100, 120),
                        driven(2, false, LEE, MORNING.plusSeconds(3_600), 120, 150),
                        driven(3, true, LEE, MORNING.plusSeconds(7_200), 155, 195)),
                drivers());
    }

    private static XSSFWorkbook read(ShownSheet shown) throws IOException {
        byte[] file = new ExcelDrivingLogWorkbooks()
                .write(YEAR, sheets(1, _ -> shown))
                .await()
                .indefinitely();
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column);
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        return cell(sheet, row, column).getStringCellValue();
    }

    private static int number(XSSFSheet sheet, int row, int column) {
        return (int) cell(sheet, row, column).getNumericCellValue();
    }
}
