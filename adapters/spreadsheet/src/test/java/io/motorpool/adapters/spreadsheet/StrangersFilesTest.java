package io.motorpool.adapters.spreadsheet;

import static io.motorpool.adapters.spreadsheet.HandMade.number;
import static io.motorpool.adapters.spreadsheet.HandMade.row;
import static io.motorpool.adapters.spreadsheet.HandMade.rowWith;
import static io.motorpool.adapters.spreadsheet.HandMade.template;
import static io.motorpool.adapters.spreadsheet.HandMade.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Found;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Reading;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Row;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong files are refused quickly, at the right place, and take nothing with them. */
@Timeout(20)
class StrangersFilesTest {

    @Test
    void the_format_before_2007_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            Sheet _ = old.createSheet("특별비용");
            old.write(bytes);
        }

        assertThat(read(bytes.toByteArray())).isEqualTo(new Reading.NotRead(Unreadable.OLD_OR_PROTECTED));
    }

    @Test
    void macros_are_refused_whatever_the_file_is_called() {
        assertThat(read(template().with("xl/vbaProject.bin", "x").bytes()))
                .isEqualTo(new Reading.NotRead(Unreadable.MACROS));
        assertThat(read(template()
                        .with(
                                "[Content_Types].xml",
                                "<Types><Override PartName=\"/xl/workbook.xml\""
                                        + " ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")
                        .bytes()))
                .isEqualTo(new Reading.NotRead(Unreadable.MACROS));
    }

    @Test
    void another_zip_under_the_name_of_a_workbook_is_refused() {
        assertThat(read(new HandMade().with("readme.txt", "hello").bytes()))
                .isEqualTo(new Reading.NotRead(Unreadable.NOT_A_WORKBOOK));
        assertThat(read(template().without("xl/worksheets/sheet1.xml").bytes()))
                .isEqualTo(new Reading.NotRead(Unreadable.NOT_A_WORKBOOK));
        assertThat(read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}))
                .isEqualTo(new Reading.NotRead(Unreadable.NOT_A_WORKBOOK));
    }

    @Test
    void a_workbook_cut_off_anywhere_is_refused_and_never_an_error() {
        byte[] whole = template().withRows(row(3)).bytes();

        for (int length = 0; length < whole.length; length += 7) {
            assertThat(read(java.util.Arrays.copyOf(whole, length))).isInstanceOf(Reading.NotRead.class);
        }
    }

    @Test
    void a_workbook_with_broken_bytes_is_read_or_refused_and_never_an_error() {
        byte[] whole = template().withRows(row(3) + row(4)).bytes();
        Random dice = new Random(20261125);

        for (int i = 0; i < 500; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j < 4; j++) {
                broken[dice.nextInt(broken.length)] = (byte) dice.nextInt(256);
            }
            assertThat(read(broken)).isNotNull();
        }
    }

    @Test
    void a_bomb_that_tells_its_size_is_not_unpacked() {
        byte[] bomb =
                template().with("xl/media/x.xml", new byte[100 * 1024 * 1024]).bytes();

        assertThat(bomb).hasSizeLessThan(ExtraCostWorkbooks.LARGEST);
        assertRefusedQuickly(bomb, Unreadable.DANGEROUS);
    }

    @Test
    void a_bomb_that_lies_about_its_size_is_stopped_while_it_unpacks() {
        String filler = "<row r=\"2\"/>".repeat(4 * 1024 * 1024);
        byte[] bomb = withDeclaredSizes(template().withRows(filler).bytes(), 1_000);

        assertRefusedQuickly(bomb, Unreadable.DANGEROUS, Unreadable.NOT_A_WORKBOOK);
    }

    @Test
    void a_text_that_is_longer_than_any_cell_is_stopped_while_it_is_read() {
        byte[] bomb = template()
                .withRows(rowWith(3, "G", text("G3", "가".repeat(2_000_000))))
                .bytes();

        assertRefusedQuickly(bomb, Unreadable.DANGEROUS);
    }

    @Test
    void parts_of_the_same_name_are_refused() {
        byte[] twice = template().with("xl/Workbook.xml", "<workbook/>").bytes();

        assertThat(read(twice)).isEqualTo(new Reading.NotRead(Unreadable.DANGEROUS));
    }

    @Test
    void entities_are_refused_and_nothing_is_fetched() {
        for (String part :
                List.of("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "[Content_Types].xml")) {
            byte[] evil = template()
                    .with(
                            part,
                            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><a>&e;</a></worksheet>")
                    .bytes();

            assertThat(read(evil)).as(part).isEqualTo(new Reading.NotRead(Unreadable.DANGEROUS));
        }
    }

    @Test
    void entities_that_multiply_are_refused_too() {
        byte[] laughs = template()
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                                + "<worksheet>&c;</worksheet>")
                .bytes();

        assertRefusedQuickly(laughs, Unreadable.DANGEROUS);
    }

    @Test
    void another_version_of_the_template_is_refused() {
        String sheet = "<worksheet><sheetData><row r=\"1\">%s</row>%s</sheetData></worksheet>";
        assertThat(read(template()
                        .with(
                                "xl/worksheets/sheet1.xml",
                                sheet.formatted(text("B1", "motorpool-extra-costs-0"), row(3)))
                        .bytes()))
                .isEqualTo(new Reading.NotRead(Unreadable.OTHER_TEMPLATE));
        assertThat(read(template()
                        .with("xl/worksheets/sheet1.xml", sheet.formatted("", ""))
                        .bytes()))
                .isEqualTo(new Reading.NotRead(Unreadable.OTHER_TEMPLATE));
    }

    @Test
    void a_second_sheet_is_refused() {
        byte[] two = template()
                .with(
                        "xl/workbook.xml",
                        "<workbook><sheets><sheet name=\"a\"/><sheet name=\"b\" state=\"hidden\"/></sheets></workbook>")
                .bytes();

        assertThat(read(two)).isEqualTo(new Reading.NotRead(Unreadable.SEVERAL_SHEETS));
    }

    @Test
    void ten_thousand_rows_are_read_and_one_more_is_too_many() {
        StringBuilder rows = new StringBuilder();
        IntStream.rangeClosed(3, 10_002).forEach(number -> rows.append(row(number)));

        assertThat(read(template().withRows(rows.toString()).bytes()))
                .isInstanceOfSatisfying(
                        Reading.Read.class, read -> assertThat(read.rows()).hasSize(10_000));
        assertRefusedQuickly(template().withRows(rows + row(10_003)).bytes(), Unreadable.TOO_MANY_ROWS);
    }

    @Test
    void one_bad_cell_among_thousands_is_named() {
        StringBuilder rows = new StringBuilder();
        IntStream.rangeClosed(3, 9_000)
                .forEach(number ->
                        rows.append(number == 4_711 ? rowWith(number, "E", text("E4711", "사천팔백")) : row(number)));

        byte[] file = template().withRows(rows.toString()).bytes();
        long start = System.nanoTime();

        Reading reading = read(file);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(reading).isInstanceOfSatisfying(Reading.Faulty.class, faulty -> {
            assertThat(faulty.faults()).containsExactly(new CellFault("특별비용", "E4711", Fault.NOT_AN_AMOUNT));
            assertThat(faulty.rows()).hasSize(8_997);
        });
    }

    @Test
    void a_hundred_faults_are_told_and_not_more() {
        StringBuilder rows = new StringBuilder();
        IntStream.rangeClosed(3, 500).forEach(number -> rows.append(rowWith(number, "E", "")));

        assertThat(read(template().withRows(rows.toString()).bytes()))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .hasSize(100)
                                .startsWith(new CellFault("특별비용", "E3", Fault.MISSING)));
    }

    @Test
    void a_formula_is_refused_whatever_it_shows() {
        assertThat(fault("E", "<c r=\"E3\"><f>1+1</f><v>2</v></c>"))
                .isEqualTo(new CellFault("특별비용", "E3", Fault.FORMULA));
        assertThat(fault("B", "<c r=\"B3\" t=\"str\"><f>A1</f><v>x</v></c>"))
                .isEqualTo(new CellFault("특별비용", "B3", Fault.FORMULA));
    }

    @Test
    void cells_that_were_made_of_several_are_refused_as_people_make_them() throws IOException {
        byte[] merged = changedByPoi(List.of(aRow()), sheet -> {
            var _ = sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
        });

        assertThat(read(merged))
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults()).contains(new CellFault("특별비용", "B3", Fault.MERGED)));
    }

    @Test
    void what_another_program_saved_again_says_the_same() throws IOException {
        byte[] saved = changedByPoi(List.of(aRow()), _ -> {});

        assertThat(read(saved))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.rows().stream().map(Found::row)).containsExactly(aRow()));
    }

    @Test
    void another_program_sees_text_where_text_was_written() throws IOException {
        Row evil = new Row(LocalDate.of(2026, 11, 3), "=cmd|'/c calc'!A1", "통행료", "+1", 1, "", "@SUM(A1)");
        try (XSSFWorkbook seen = new XSSFWorkbook(new ByteArrayInputStream(write(List.of(evil))))) {
            var row = seen.getSheetAt(0).getRow(2);

            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("=cmd|'/c calc'!A1");
            assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(1);
            assertThat(row.getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(evil.serviceDate());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4800 | 4800",
                "4,800 | 4800",
                "₩4,800 | 4800",
                "￦４，８００ | 4800",
                "４８００원 | 4800",
                "\u00A04\u00A0800\u00A0원 | 4800",
                "-1,000 | -1000",
                "△1,000 | -1000",
                "−1000 | -1000",
                "₩-1000 | -1000",
                "1000.00 | 1000"
            })
    void amounts_are_understood_as_people_write_them(String written, long won) {
        assertThat(won(text("E3", written))).isEqualTo(won);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,23 | NOT_AN_AMOUNT",
                "1.000,00 | NOT_AN_AMOUNT",
                "--1 | NOT_AN_AMOUNT",
                "1e3 | NOT_AN_AMOUNT",
                "$10 | NOT_AN_AMOUNT",
                "1000.5 | NOT_WHOLE_WON",
                "9999999999999 | TOO_LARGE",
                "99999999999999999999999999999999 | TOO_LARGE"
            })
    void amounts_that_could_mean_anything_are_refused(String written, Fault fault) {
        assertThat(fault("E", text("E3", written))).isEqualTo(new CellFault("특별비용", "E3", fault));
    }

    @ParameterizedTest
    @CsvSource({"4800,4800", "4.8E3,4800", "4800.0,4800", "-1E3,-1000"})
    void numbers_are_exact_however_a_program_writes_them(String digits, long won) {
        assertThat(won(number("E3", digits))).isEqualTo(won);
    }

    @ParameterizedTest
    @CsvSource({"4800.1,NOT_WHOLE_WON", "1E99,TOO_LARGE", "NaN,NOT_AN_AMOUNT", "1E999999999,NOT_AN_AMOUNT"})
    void numbers_that_are_no_won_are_refused(String digits, Fault fault) {
        assertThat(fault("E", number("E3", digits)).fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-03", "2026.11.3", "2026/11/03", "2026년 11월 3일", "２０２６－１１－０３", "2026. 11. 3."})
    void dates_are_understood_as_people_write_them(String written) {
        assertThat(onlyRow(rowWith(3, "A", text("A3", written))).serviceDate()).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "26-11-03", "11/03/2026", "어제", "1899-12-31"})
    void dates_that_are_none_are_refused(String written) {
        assertThat(fault("A", text("A3", written)).fault()).isEqualTo(Fault.NOT_A_DATE);
    }

    @Test
    void days_are_counted_from_1904_where_the_workbook_says_so() {
        byte[] early = template()
                .with(
                        "xl/workbook.xml",
                        "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"특별비용\"/></sheets></workbook>")
                .withRows(rowWith(3, "A", number("A3", "44867")))
                .bytes();

        assertThat(read(early))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.rows().getFirst().row().serviceDate())
                                .isEqualTo(LocalDate.of(2026, 11, 3)));
    }

    @Test
    void texts_are_taken_without_the_spaces_around_them_and_refused_when_they_are_too_long() {
        assertThat(onlyRow(rowWith(3, "B", text("B3", "\u00A0\u3000판교–강남 \uFEFF")))
                        .route())
                .isEqualTo("판교–강남");
        assertThat(fault("B", text("B3", "가".repeat(61))).fault()).isEqualTo(Fault.TOO_LONG);
        assertThat(fault("B", text("B3", "강남\u202E교판")).fault()).isEqualTo(Fault.FORBIDDEN_CHARACTER);
        assertThat(fault("B", text("B3", "\u00A0")).fault()).isEqualTo(Fault.MISSING);
        assertThat(fault("B", "<c r=\"B3\" t=\"b\"><v>1</v></c>").fault()).isEqualTo(Fault.NOT_A_VALUE);
    }

    @Test
    void a_receipt_number_that_became_a_number_is_read_without_decimals() {
        assertThat(onlyRow(rowWith(3, "D", number("D3", "2.026110301E9"))).reference())
                .isEqualTo("2026110301");
    }

    @Test
    void notes_beside_the_template_do_not_matter() {
        assertThat(onlyRow(rowWith(3, "H", text("H3", "note") + text("AA3", "=x")))
                        .won())
                .isEqualTo(4_800);
    }

    @Test
    void ten_thousand_rows_go_out_and_come_back_in_a_moment() {
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, 10_000)
                .forEach(i -> rows.add(new Row(
                        LocalDate.of(2026, 11, 1 + i % 30),
                        "판교–강남 " + i % 40,
                        "통행료",
                        "R-" + i,
                        i + 1,
                        "",
                        "고속도로 " + i)));
        long start = System.nanoTime();

        Reading reading = read(write(rows));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.rows().stream().map(Found::row)).isEqualTo(rows));
    }

    private static Row aRow() {
        return new Row(LocalDate.of(2026, 11, 3), "판교–강남", "통행료", "R-1", 4_800, "", "고속도로");
    }

    private interface Change {
        void to(Sheet sheet);
    }

    private static byte[] changedByPoi(List<Row> rows, Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(write(rows)))) {
            change.to(workbook.getSheetAt(0));
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    /** Overwrites the sizes in the table of contents, as somebody with a hex editor could. */
    private static byte[] withDeclaredSizes(byte[] zip, int size) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 46; i++) {
            if (buffer.getInt(i) == 0x02014b50) {
                buffer.putInt(i + 24, size);
            }
        }
        return zip;
    }

    private static void assertRefusedQuickly(byte[] file, Unreadable... why) {
        long start = System.nanoTime();

        Reading reading = read(file);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.NotRead.class,
                        refused -> assertThat(refused.why()).isIn((Object[]) why));
    }

    private static long won(String cell) {
        return onlyRow(rowWith(3, "E", cell)).won();
    }

    private static Row onlyRow(String row) {
        Reading reading = read(template().withRows(row).bytes());
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).rows().getFirst().row();
    }

    private static CellFault fault(String column, String cell) {
        Reading reading = read(template().withRows(rowWith(3, column, cell)).bytes());
        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        return ((Reading.Faulty) reading).faults().getFirst();
    }

    private static Reading read(byte[] workbook) {
        return ExcelExtraCostWorkbooks.reading(workbook);
    }

    private static byte[] write(List<Row> rows) {
        return new ExcelExtraCostWorkbooks().write(rows).await().indefinitely();
    }
}
