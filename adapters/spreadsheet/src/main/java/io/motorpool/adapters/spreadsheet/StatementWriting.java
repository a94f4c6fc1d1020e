package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWords;
import io.motorpool.application.settlement.SettlementView;
import io.motorpool.application.settlement.StatementWorkbooks.Document;
import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.RouteSum;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * One statement's way into a workbook: a page that sums up, then a sheet for each route. Nothing of it depends on when or
 * where it is written. Texts are written as texts, so what begins like a formula is never one, and sums are written as
 * numbers, so what a client opens says what was confirmed and not what their program makes of it.
 */
final class StatementWriting {

    private static final String SUMMARY = "정산 요약";
    private static final List<String> ROUTE_HEADINGS =
            List.of("순번", "노선", "운행 건수", "운행 금액(원)", "특별비용 건수", "특별비용(원)", "공급가액(원)", "부가세 참고(원)");
    private static final List<String> RUN_HEADINGS =
            List.of("운행일자", "출발시각", "운행편", "차량번호", "차종", "차량계약번호", "요율 차수", "금액(원)");
    private static final List<String> COST_HEADINGS = List.of("운행일자", "구분", "증빙번호", "내용", "감액 사유", "금액(원)");
    private static final double[] SUMMARY_WIDTHS = {16, 34, 12, 18, 14, 18, 18, 18};
    private static final double[] SHEET_WIDTHS = {13, 12, 20, 28, 20, 22, 11, 16};
    private static final int LAST_OF_RUNS = RUN_HEADINGS.size() - 1;
    private static final int LAST_OF_COSTS = COST_HEADINGS.size() - 1;

    private static final int ROWS_IN_MEMORY = 1_000;
    private static final String WON = "#,##0";
    private static final String DAY = "yyyy-mm-dd";
    private static final String GREY = "E7E6E6";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu년 M월", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Document document;
    private final SettlementView settlement;
    private final Statement statement;

    private StatementWriting(Document document) {
        this.document = document;
        this.settlement = document.settlement();
        this.statement = document.statement();
    }

    static byte[] of(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Motorpool", "1.0")) {
            new StatementWriting(document).write(workbook);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write a workbook", failed);
        }
        return Stamp.on(bytes.toByteArray(), decided(document.settlement()));
    }

    private static Instant decided(SettlementView settlement) {
        Confirmation confirmation = settlement.confirmation();
        return confirmation == null
                ? settlement
                        .head()
                        .month()
                        .atDay(1)
                        .atStartOfDay(BusinessZone.SEOUL)
                        .toInstant()
                : confirmation.at();
    }

    private void write(Workbook workbook) throws IOException {
        summary(workbook.newWorksheet(SUMMARY));
        SheetNames names = new SheetNames(SUMMARY);
        for (Section section : statement.sections()) {
            route(workbook.newWorksheet(names.next(section.name())), section);
        }
    }

    private void summary(Worksheet sheet) throws IOException {
        widths(sheet, SUMMARY_WIDTHS);
        sheet.value(0, 0, title());
        sheet.style(0, 0).bold().fontSize(16).set();
        int row = 2;
        row = said(sheet, row, "공급받는 자", statement.party().name());
        row = said(sheet, row, "사업자등록번호", statement.party().businessNumber().written());
        row = said(sheet, row, "정산번호", settlement.head().number().value());
        row = said(sheet, row, "정산월", MONTH.format(settlement.head().month()));
        row = said(sheet, row, "구분", purpose());
        row = confirmed(sheet, row, settlement.confirmation());
        row = routes(sheet, row + 1);
        totals(sheet, row + 1);
        sheet.finish();
    }

    private String title() {
        String kind =
                switch (settlement.head().purpose()) {
                    case Purpose.Bill _ -> "운행 정산서";
                    case Purpose.Reversal _ -> "운행 정산 취소서";
                };
        return settlement.confirmation() == null ? kind + " (미확정)" : kind;
    }

    private String purpose() {
        SettlementView reversed = document.reversed();
        return switch (settlement.head().purpose()) {
            case Purpose.Bill(var issue) -> issue == 1 ? "청구" : "재발행 (%d차)".formatted(issue);
            case Purpose.Reversal(var id) ->
                "취소 (대상 정산번호 %s)"
                        .formatted(reversed == null ? id : reversed.head().number());
        };
    }

    private static int confirmed(Worksheet sheet, int row, @Nullable Confirmation confirmation) {
        if (confirmation == null) {
            return said(sheet, row, "확정일시", "미확정: 확정 전까지 금액이 바뀔 수 있습니다.");
        }
        int next = said(sheet, row, "확정일시", MOMENT.format(inSeoul(confirmation.at())));
        return said(sheet, next, "문서 지문(SHA-256)", confirmation.seal().hex());
    }

    private static int said(Worksheet sheet, int row, String heading, String text) {
        sheet.value(row, 0, heading);
        sheet.style(row, 0).bold().set();
        sheet.value(row, 1, text);
        return row + 1;
    }

    private int routes(Worksheet sheet, int first) {
        if (statement.sections().isEmpty()) {
            return first;
        }
        headings(sheet, first, ROUTE_HEADINGS);
        List<Money> shares = statement.vatShares();
        int row = first + 1;
        for (int i = 0; i < statement.sections().size(); i++) {
            Section section = statement.sections().get(i);
            RouteSum sum = section.sum();
            sheet.value(row, 0, i + 1);
            sheet.value(row, 1, section.name());
            count(sheet, row, 2, sum.runs());
            won(sheet, row, 3, sum.charges().won());
            count(sheet, row, 4, sum.extraCostLines());
            won(sheet, row, 5, sum.extraCosts().won());
            won(sheet, row, 6, sum.supply().won());
            won(sheet, row, 7, shares.get(i).won());
            row++;
        }
        return row;
    }

    /** The tax stands once, on the document's supply total (P2). A reversal takes back what its bill asked for. */
    private void totals(Worksheet sheet, int first) {
        Totals totals = settlement.totals();
        if (totals == null) {
            return;
        }
        long sign =
                switch (settlement.head().purpose()) {
                    case Purpose.Bill _ -> 1;
                    case Purpose.Reversal _ -> -1;
                };
        total(sheet, first, "공급가액", sign * totals.supply().won());
        total(sheet, first + 1, "부가가치세", sign * totals.vat().won());
        total(sheet, first + 2, "합계 금액", sign * totals.total().won());
        sheet.value(first + 4, 0, "부가가치세는 공급가액 합계의 10%를 한 번만 계산하며 원 미만은 버립니다. 노선별 부가세는 참고용입니다.");
    }

    private static void total(Worksheet sheet, int row, String heading, long won) {
        sheet.value(row, 0, heading);
        sheet.value(row, 1, won);
        sheet.style(row, 0).bold().fillColor(GREY).set();
        sheet.style(row, 1).bold().fillColor(GREY).format(WON).set();
    }

    private static void route(Worksheet sheet, Section section) throws IOException {
        widths(sheet, SHEET_WIDTHS);
        sheet.value(0, 0, section.name());
        sheet.style(0, 0).bold().fontSize(14).set();
        headings(sheet, 2, RUN_HEADINGS);
        int row = lines(sheet, 3, LAST_OF_RUNS, section.runs(), StatementWriting::write);
        row = sum(sheet, row, LAST_OF_RUNS, "운행 소계", section.sum().charges().won()) + 1;
        headings(sheet, row, COST_HEADINGS);
        row = lines(sheet, row + 1, LAST_OF_COSTS, section.extraCosts(), StatementWriting::write);
        row = sum(
                        sheet,
                        row,
                        LAST_OF_COSTS,
                        "특별비용 소계",
                        section.sum().extraCosts().won())
                + 1;
        int _ = sum(sheet, row, LAST_OF_RUNS, "노선 공급가액", section.supply().won());
        sheet.finish();
    }

    /** What a line has in its cells. */
    private interface Line<L> {
        void write(Worksheet sheet, int row, L line);
    }

    /** Their first cells are days, their last ones won: styled a block at a time, which is less work than cell by cell. */
    private static <L> int lines(Worksheet sheet, int first, int last, List<L> lines, Line<L> line) throws IOException {
        int plain = first;
        int row = first;
        for (L each : lines) {
            line.write(sheet, row, each);
            row++;
            if (row % ROWS_IN_MEMORY == 0) {
                style(sheet, plain, row, last);
                sheet.flush();
                plain = row;
            }
        }
        style(sheet, plain, row, last);
        return row;
    }

    /** @param to behind the last row */
    private static void style(Worksheet sheet, int from, int to, int last) {
        if (from < to) {
            sheet.range(from, 0, to - 1, 0).style().format(DAY).set();
            sheet.range(from, last, to - 1, last).style().format(WON).set();
        }
    }

    private static void write(Worksheet sheet, int row, OfRun run) {
        sheet.value(row, 0, run.serviceDate());
        sheet.value(row, 1, TIME.format(inSeoul(run.departure())));
        sheet.value(row, 2, run.shown().slot());
        sheet.value(row, 3, run.shown().plate());
        sheet.value(row, 4, run.shown().model());
        sheet.value(row, 5, run.contract().value());
        sheet.value(row, 6, run.rateVersion());
        sheet.value(row, LAST_OF_RUNS, run.amount().won());
    }

    private static void write(Worksheet sheet, int row, OfExtraCost cost) {
        AdjustmentReason reason = cost.reason();
        sheet.value(row, 0, cost.serviceDate());
        sheet.value(row, 1, ExtraCostWords.of(cost.kind()));
        sheet.value(row, 2, cost.reference());
        sheet.value(row, 3, cost.description());
        if (reason != null) {
            sheet.value(row, 4, ExtraCostWords.of(reason));
        }
        sheet.value(row, LAST_OF_COSTS, cost.amount().won());
    }

    private static int sum(Worksheet sheet, int row, int column, String heading, long won) {
        sheet.value(row, 0, heading);
        sheet.style(row, 0).bold().set();
        sheet.value(row, column, won);
        sheet.style(row, column).bold().format(WON).set();
        return row + 1;
    }

    private static void headings(Worksheet sheet, int row, List<String> headings) {
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(row, column, headings.get(column));
            sheet.style(row, column).bold().fillColor(GREY).set();
        }
    }

    private static void count(Worksheet sheet, int row, int column, long count) {
        sheet.value(row, column, count);
        sheet.style(row, column).format(WON).set();
    }

    private static void won(Worksheet sheet, int row, int column, long won) {
        sheet.value(row, column, won);
        sheet.style(row, column).format(WON).set();
    }

    private static void widths(Worksheet sheet, double[] widths) {
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
    }

    private static ZonedDateTime inSeoul(Instant instant) {
        return instant.atZone(BusinessZone.SEOUL);
    }
}
