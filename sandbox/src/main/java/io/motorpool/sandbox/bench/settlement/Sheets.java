package io.motorpool.sandbox.bench.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks written with the library alone: the limit of an export, and what is imported. */
final class Sheets {

    private static final int ROWS_IN_MEMORY = 1_000;
    private static final List<String> HEADINGS =
            List.of("운행일자", "출발시각", "운행편", "차량번호", "차종", "차량계약번호", "요율 차수", "금액(원)");

    /** A run as its line shows it. */
    record Line(
            String route,
            LocalDate date,
            String time,
            String slot,
            String plate,
            String model,
            String contract,
            int rate,
            long won) {}

    private Sheets() {}

    static Map<String, List<Line>> linesOf(Connection connection, UUID company) throws SQLException {
        Map<String, List<Line>> byRoute = new LinkedHashMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                        SELECT route.name, r.service_date, to_char(r.departure AT TIME ZONE 'Asia/Seoul', 'HH24:MI'), slot.name,
                               v.plate, v.model, k.number, t.rate_version, t.won
                          FROM run AS r JOIN charge AS t ON t.run_id = r.id JOIN vehicle_contract AS k ON k.id = t.contract_id
                          JOIN slot ON slot.id = r.slot_id JOIN route ON route.id = r.route_id
                          JOIN vehicle AS v ON v.id = k.vehicle_id
                         WHERE r.company_id = '%s' ORDER BY route.id, r.departure""".formatted(company))) {
            while (row.next()) {
                Line line = new Line(
                        String.valueOf(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        String.valueOf(row.getString(3)),
                        String.valueOf(row.getString(4)),
                        String.valueOf(row.getString(5)),
                        String.valueOf(row.getString(6)),
                        String.valueOf(row.getString(7)),
                        row.getInt(8),
                        row.getLong(9));
                byRoute.computeIfAbsent(line.route(), _ -> new ArrayList<>()).add(line);
            }
        }
        return byRoute;
    }

    /** A sheet for each route, cell by cell what the application's has in its lines. */
    static byte[] write(Map<String, List<Line>> byRoute) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Motorpool", "1.0")) {
            for (Map.Entry<String, List<Line>> route : byRoute.entrySet()) {
                Worksheet sheet = workbook.newWorksheet(route.getKey());
                for (int column = 0; column < HEADINGS.size(); column++) {
                    sheet.value(0, column, HEADINGS.get(column));
                }
                int row = 1;
                for (Line line : route.getValue()) {
                    write(sheet, row, line);
                    if (row % ROWS_IN_MEMORY == 0) {
                        sheet.flush();
                    }
                    row++;
                }
                sheet.finish();
            }
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, Line line) {
        sheet.value(row, 0, line.date());
        sheet.style(row, 0).format("yyyy-mm-dd").set();
        sheet.value(row, 1, line.time());
        sheet.value(row, 2, line.slot());
        sheet.value(row, 3, line.plate());
        sheet.value(row, 4, line.model());
        sheet.value(row, 5, line.contract());
        sheet.value(row, 6, line.rate());
        sheet.value(row, 7, line.won());
        sheet.style(row, 7).format("#,##0").set();
    }

    /** Extra costs, as somebody would send them who has filled in the template. */
    static byte[] extraCosts(YearMonth month, String route, int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Motorpool", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("특별비용");
            sheet.value(0, 0, "양식");
            sheet.value(0, 1, "motorpool-extra-costs-1");
            for (int i = 0; i < rows; i++) {
                int row = 2 + i;
                sheet.value(row, 0, month.atDay(1 + i % month.lengthOfMonth()));
                sheet.style(row, 0).format("yyyy-mm-dd").set();
                sheet.value(row, 1, route);
                sheet.value(row, 2, "통행료");
                sheet.value(row, 3, "R-" + i);
                sheet.value(row, 4, 1_000 + i);
                sheet.value(row, 6, "고속도로 통행료 " + i);
            }
            sheet.finish();
        }
        return bytes.toByteArray();
    }
}
