package io.motorpool.adapters.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.StatementWorkbooks;
import io.motorpool.application.settlement.StatementWorkbooks.Document;
import io.motorpool.application.settlement.StatementWorkbooksContract;
import io.motorpool.application.settlement.Statements;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.settlement.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a client's program reads, by a library that is not the one that writes. */
class ExcelStatementWorkbooksTest implements StatementWorkbooksContract, InMemoryContract {

    private static final String NAME = "판교 강남  출근   1호차";

    private final StatementWorkbooks workbooks = new ExcelStatementWorkbooks();

    @Override
    public StatementWorkbooks workbooks() {
        return workbooks;
    }

    @Test
    void there_is_a_page_that_sums_up_and_a_sheet_for_each_route_even_of_the_same_name() {
        try (XSSFWorkbook workbook = read(Statements.confirmed())) {
            assertThat(names(workbook)).containsExactly("정산 요약", NAME, NAME + " (2)");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void the_summary_says_who_pays_what_for_which_month_and_the_tax_once() {
        List<List<Object>> summary = rows(Statements.confirmed(), 0);

        assertThat(summary)
                .contains(
                        List.of("운행 정산서"),
                        List.of("공급받는 자", "한빛물산"),
                        List.of("사업자등록번호", "120-81-47521"),
                        List.of("정산번호", "ST202611-000001"),
                        List.of("정산월", "2026년 11월"),
                        List.of("구분", "청구"),
                        List.of("확정일시", "2026-12-05 10:00:00"),
                        List.of("문서 지문(SHA-256)", "0".repeat(64)),
                        List.of("순번", "노선", "운행 건수", "운행 금액(원)", "특별비용 건수", "특별비용(원)", "공급가액(원)", "부가세 참고(원)"),
                        List.of(1.0, "판교/강남 [출근]: 1호차?*", 2.0, 90_002.0, 1.0, 2_400.0, 92_402.0, 9_106.0),
                        List.of(2.0, "판교/강남 [출근]: 1호차?*", 0.0, 0.0, 1.0, -1_333.0, -1_333.0, 0.0),
                        List.of("공급가액", 91_069.0),
                        List.of("부가가치세", 9_106.0),
                        List.of("합계 금액", 100_175.0));
    }

    @Test
    void a_route_shows_its_runs_by_departure_its_costs_and_its_sums() {
        List<List<Object>> route = rows(Statements.confirmed(), 1);

        assertThat(route)
                .containsExactly(
                        List.of("판교/강남 [출근]: 1호차?*"),
                        List.of("운행일자", "출발시각", "운행편", "차량번호", "차종", "차량계약번호", "요율 차수", "금액(원)"),
                        List.of(
                                LocalDate.of(2026, 11, 2),
                                "10:30",
                                "1호차",
                                "12가3451",
                                "=카니발",
                                "VC202611-000001",
                                1.0,
                                45_001.0),
                        List.of(
                                LocalDate.of(2026, 11, 2),
                                "11:30",
                                "1호차",
                                "12가3452",
                                "=카니발",
                                "VC202611-000002",
                                1.0,
                                45_001.0),
                        List.of("운행 소계", 90_002.0),
                        List.of("운행일자", "구분", "증빙번호", "내용", "감액 사유", "금액(원)"),
                        List.of(LocalDate.of(2026, 11, 2), "통행료", "R-1", Statements.FORMULA, 2_400.0),
                        List.of("특별비용 소계", 2_400.0),
                        List.of("노선 공급가액", 92_402.0));
        assertThat(rows(Statements.confirmed(), 2))
                .contains(List.of(LocalDate.of(2026, 11, 30), "조정", "A-1", "30분 지연", "운행 장애", -1_333.0));
    }

    @Test
    void nothing_in_it_is_a_formula_whatever_a_text_begins_with() {
        try (XSSFWorkbook workbook = read(Statements.confirmed())) {
            List<CellType> types = new ArrayList<>();
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> types.add(cell.getCellType()))));

            assertThat(types).isNotEmpty().doesNotContain(CellType.FORMULA, CellType.ERROR);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void what_is_not_confirmed_says_so() {
        assertThat(rows(Statements.draft(), 0))
                .contains(List.of("운행 정산서 (미확정)"))
                .noneMatch(row -> row.getFirst().equals("문서 지문(SHA-256)"));
    }

    @Test
    void a_reversal_names_what_it_takes_back_and_takes_back_all_of_it() {
        assertThat(rows(Statements.reversal(), 0))
                .contains(
                        List.of("운행 정산 취소서"),
                        List.of("구분", "취소 (대상 정산번호 ST202611-000001)"),
                        List.of("공급가액", -91_069.0),
                        List.of("부가가치세", -9_106.0),
                        List.of("합계 금액", -100_175.0));
    }

    /** Zip files keep times to two seconds. */
    @Test
    void it_does_not_matter_when_it_is_written() throws InterruptedException {
        byte[] before = write(Statements.confirmed());
        Thread.sleep(2_100);

        assertThat(Arrays.equals(write(Statements.confirmed()), before)).isTrue();
        try (XSSFWorkbook workbook = read(Statements.confirmed())) {
            assertThat(workbook.getProperties().getCoreProperties().getCreated())
                    .isEqualTo("2026-12-05T01:00:00Z");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_month_of_fifty_thousand_runs_is_written_whole() {
        Document small = Statements.confirmed();
        Statement.Section section = small.statement().sections().getFirst();
        var run = section.runs().getFirst();
        Statement large = new Statement(
                small.statement().head(),
                small.statement().party(),
                List.of(new Statement.Section(
                        section.route(), section.name(), Collections.nCopies(50_000, run), List.of())));

        byte[] bytes = write(new Document(small.settlement(), large, null));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheetAt(1).getPhysicalNumberOfRows()).isGreaterThan(50_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<List<Object>> rows(Document document, int sheet) {
        try (XSSFWorkbook workbook = read(document)) {
            List<List<Object>> rows = new ArrayList<>();
            for (Row row : workbook.getSheetAt(sheet)) {
                List<Object> values = new ArrayList<>();
                row.forEach(cell -> values.add(value(cell)));
                rows.add(values);
            }
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Object value(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate()
                        : cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            default -> cell.getCellType();
        };
    }

    private static List<String> names(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetAt)
                .map(Sheet::getSheetName)
                .toList();
    }

    private XSSFWorkbook read(Document document) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(write(document)));
    }
}
