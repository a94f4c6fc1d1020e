package io.motorpool.adapters.spreadsheet;

import static io.motorpool.adapters.spreadsheet.HandMade.number;
import static io.motorpool.adapters.spreadsheet.HandMade.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.application.settlement.RunWorkbooks;
import io.motorpool.application.settlement.RunWorkbooks.Reading;
import io.motorpool.application.settlement.RunWorkbooks.Row;
import io.motorpool.application.settlement.RunWorkbooksContract;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelRunWorkbooksTest implements RunWorkbooksContract, InMemoryContract {

    private final RunWorkbooks workbooks = new ExcelRunWorkbooks();

    @Override
    public RunWorkbooks workbooks() {
        return workbooks;
    }

    @ParameterizedTest
    @CsvSource({
        "0.3125, 07:30",
        "0, 00:00",
        "0.999305555555556, 23:59",
        "0.3138888888888889, 07:32",
        "0.313888888888889, 07:32",
        "0.31424768518518515, 07:32"
    })
    void a_part_of_a_day_is_a_time_in_whole_minutes(String digits, LocalTime time) {
        assertThat(left(number("E3", digits))).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"07:32, 07:32", "7:32, 07:32", "７：３２, 07:32", "07:32:41, 07:32", "7시32분, 07:32", "' 7 : 32 ', 07:32"})
    void a_time_is_understood_as_people_write_it(String written, LocalTime time) {
        assertThat(left(text("E3", written))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "-0.25", "46329.3125", "0.9999999999"})
    void what_is_no_part_of_a_day_is_no_time(String digits) {
        assertThat(read(workbook(line(3, number("E3", digits)))))
                .isEqualTo(new Reading.Faulty(List.of(new CellFault("운행", "E3", Fault.NOT_A_TIME)), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "7:60", "아침", "0732", "7.32"})
    void what_is_no_time_is_told_at_its_cell(String written) {
        assertThat(read(workbook(line(3, text("E3", written)))))
                .isEqualTo(new Reading.Faulty(List.of(new CellFault("운행", "E3", Fault.NOT_A_TIME)), List.of()));
    }

    @Test
    void a_formula_is_refused_even_where_nothing_need_be() {
        assertThat(read(workbook(line(3, "<c r=\"E3\"><f>D3+1</f><v>0.3</v></c>"))))
                .isEqualTo(new Reading.Faulty(List.of(new CellFault("운행", "E3", Fault.FORMULA)), List.of()));
    }

    @Test
    void one_bad_cell_among_thousands_is_found_and_nothing_else_is_told() {
        String rows = IntStream.rangeClosed(3, 5_002)
                .mapToObj(row -> line(row, text("E" + row, row == 4_000 ? "아침" : "07:32")))
                .collect(Collectors.joining());

        assertThat(read(workbook(rows))).isInstanceOfSatisfying(Reading.Faulty.class, faulty -> {
            assertThat(faulty.faults()).containsExactly(new CellFault("운행", "E4000", Fault.NOT_A_TIME));
            assertThat(faulty.rows()).hasSize(4_999);
        });
    }

    @Test
    void a_workbook_of_extra_costs_is_another_template() {
        assertThat(read(HandMade.template().bytes())).isEqualTo(new Reading.NotRead(Unreadable.OTHER_TEMPLATE));
    }

    @Test
    void another_program_shows_the_times_as_times() throws IOException {
        byte[] written =
                write(List.of(new Row(DAY, "판교–강남", "1호차", LocalTime.of(7, 30), LocalTime.of(7, 32), null, "")));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            Sheet sheet = workbook.getSheet("운행");
            DataFormatter shown = new DataFormatter();
            assertThat(shown.formatCellValue(sheet.getRow(2).getCell(0))).isEqualTo("2026-11-03");
            assertThat(shown.formatCellValue(sheet.getRow(2).getCell(3))).isEqualTo("07:30");
            assertThat(shown.formatCellValue(sheet.getRow(2).getCell(4))).isEqualTo("07:32");
            assertThat(shown.formatCellValue(sheet.getRow(2).getCell(5))).isEmpty();
        }
    }

    private @Nullable LocalTime left(String cell) {
        return ((Reading.Read) read(workbook(line(3, cell))))
                .rows()
                .getFirst()
                .row()
                .left();
    }

    /** A line that is right, with one cell as given. */
    private static String line(int row, String leftCell) {
        return "<row r=\"%d\">%s%s%s%s%s%s</row>"
                .formatted(
                        row,
                        number("A" + row, "46329"),
                        text("B" + row, "판교–강남"),
                        text("C" + row, "1호차"),
                        number("D" + row, "0.3125"),
                        leftCell,
                        text("F" + row, "08:25"));
    }

    private static byte[] workbook(String rows) {
        return HandMade.template()
                .with("xl/workbook.xml", "<workbook><sheets><sheet name=\"운행\" sheetId=\"1\"/></sheets></workbook>")
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row r=\"1\">%s</row>%s</sheetData></worksheet>"
                                .formatted(text("B1", RunForm.VERSION), rows))
                .bytes();
    }
}
